import { windowsInSight } from './row-windows';

export type AnswerCells = readonly (string | null)[];

interface Source {
  /** Of the answer. */
  readonly rows: number;
  /** Rows per window. */
  readonly windowRows: number;
  readonly read: (
    range: { readonly from: number; readonly count: number },
    options: { readonly signal: AbortSignal },
  ) => Promise<readonly AnswerCells[]>;
  /** Rows that were awaited are here. */
  readonly arrived: () => void;
}

/**
 * The rows of a long answer that are in sight, and a window to each side of them: what is further away is forgotten.
 * While rows are awaited nothing else is asked: who scrolls through a million rows is shown where they are, not every row
 * that they passed.
 */
export class AnswerWindows {
  readonly #source: Source;
  readonly #stopped = new AbortController();
  #held: ReadonlyMap<number, readonly AnswerCells[]> = new Map();
  #wanted: readonly number[] = [];
  #isAsking = false;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The cells of a row; `undefined` while they are not here. */
  rowAt(place: number): AnswerCells | undefined {
    const { windowRows } = this.#source;
    return this.#held.get(Math.floor(place / windowRows))?.[place % windowRows];
  }

  /** The rows that the page holds. */
  get rowsHeld(): number {
    return [...this.#held.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** The rows from one place to another, both included, are in sight. */
  see(sight: { readonly first: number; readonly last: number }): void {
    const { rows, windowRows } = this.#source;
    const wanted = windowsInSight(sight, rows, windowRows);
    if (wanted.join() === this.#wanted.join()) return;
    this.#wanted = wanted;
    this.#held = new Map([...this.#held].filter(([window]) => wanted.includes(window)));
    void this.#ask();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #ask(): Promise<void> {
    const { windowRows, read, arrived } = this.#source;
    const missing = this.#wanted.find((window) => !this.#held.has(window));
    if (this.#isAsking || missing === undefined) return;
    this.#isAsking = true;
    const rows = await read(
      { from: missing * windowRows, count: windowRows },
      { signal: this.#stopped.signal },
    ).catch(() => null);
    this.#isAsking = false;
    if (this.#stopped.signal.aborted) return;
    // A window that cannot be read is asked again when other rows come in sight.
    if (rows === null) {
      this.#wanted = [];
      return;
    }
    if (this.#wanted.includes(missing)) {
      this.#held = new Map([...this.#held, [missing, rows]]);
      arrived();
    }
    await this.#ask();
  }
}
