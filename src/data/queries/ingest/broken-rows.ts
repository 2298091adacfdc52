import type { AppError } from '@core/base/app-error';
import { type IngestFailureCode, ingestFailure } from './ingest-failure';

/** A file and how many of its rows are in the table. */
interface FileRows {
  readonly file: string;
  rows: number;
}

interface Found {
  readonly code: IngestFailureCode;
  readonly column: string;
  count: number;
  readonly positions: number[];
}

/**
 * Where rows of a table came from, and what was found wrong with them, so that a refusal can say which file and which
 * rows. Positions are kept, values never.
 */
export class BrokenRows {
  readonly #table: string;
  readonly #files: FileRows[] = [];
  readonly #found = new Map<string, Found>();

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

  /** @throws AppError for the first thing found, after `tell` was told of all */
  refuse(tell: (failure: AppError) => void = () => undefined): void {
    const failures = [...this.#found.values()].map((found) => this.#failure(found));
    for (const failure of failures) tell(failure);
    const [first] = failures;
    if (first !== undefined) throw first;
  }

  /** `rows` counts from 1 within `file`, the first file concerned. */
  #failure({ code, column, count, positions }: Found): AppError {
    const places = positions.map((position) => this.#place(position));
    const file = places[0]?.file ?? '';
    const rows = places.filter((place) => place.file === file).map(({ row }) => row);
    return ingestFailure(code, { table: this.#table, column, count, file, rows: rows.join(', ') });
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
