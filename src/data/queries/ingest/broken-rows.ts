import { type IngestFailureCode, ingestFailure } from './ingest-failure';

/** A file and how many of its rows are in the table. */
interface FileRows {
  readonly file: string;
  rows: number;
}

/**
 * Where rows of a table came from, and what was found wrong with them, so that a refusal can say which file and which
 * rows. Positions are kept, values never.
 */
export class BrokenRows {
  readonly #table: string;
  readonly #files: FileRows[] = [];
  readonly #found = new Map<
    string,
    { code: IngestFailureCode; column: string; count: number; positions: number[] }
  >();

  constructor(table: string) {
    this.#table = table;
  }

  /** Rows of the table so far. */
  get rows(): number {
    return this.#files.reduce((sum, file) => sum + file.rows, 0);
  }

  enterRows(file: string, rows: number): void {
    const last = this.#files.at(-1);
    if (last?.file === file) last.rows += rows;
    else this.#files.push({ file, rows });
  }

  /** @param positions rows of the table, from 0, at most five are kept */
  report(code: IngestFailureCode, column: string, count: number, positions: readonly number[]): void {
    const key = `${code} ${column}`;
    const entry = this.#found.get(key) ?? { code, column, count: 0, positions: [] };
    entry.count += count;
    entry.positions.push(...positions.slice(0, 5 - entry.positions.length));
    this.#found.set(key, entry);
  }

  /** Whether five positions of this kind are known already. */
  isFull(code: IngestFailureCode, column: string): boolean {
    return (this.#found.get(`${code} ${column}`)?.positions.length ?? 0) >= 5;
  }

  /** @throws AppError for the first thing found; `rows` counts from 1 within `file`, the first file concerned */
  refuse(): void {
    const [first] = this.#found.values();
    if (first === undefined) return;
    const places = first.positions.map((position) => this.#place(position));
    const file = places[0]?.file ?? '';
    throw ingestFailure(first.code, {
      table: this.#table,
      column: first.column,
      count: first.count,
      file,
      rows: places
        .filter((place) => place.file === file)
        .map((place) => place.row)
        .join(', '),
    });
  }

  #place(position: number): { readonly file: string; readonly row: number } {
    let before = 0;
    for (const { file, rows } of this.#files) {
      if (position < before + rows) return { file, row: position - before + 1 };
      before += rows;
    }
    return { file: '', row: position + 1 };
  }
}
