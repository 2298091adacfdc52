/** A value that is not known; written as NULL. */
export const missing = Number.NaN;

export const flag = (claim: boolean) => (claim ? 1 : 0);

/** Codes of a closed list as stored in a buffer: 1 for the first; 0 is NULL. */
export function codesOf<T extends string>(list: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(list.map((value, index) => [value, index + 1])) as Record<T, number>;
}

/** Rows of one table, by column, as numbers: codes, 0 and 1, or NaN for NULL. */
export class TableBuffer {
  readonly columns: Float64Array[];
  rows = 0;

  constructor(columnCount: number, capacity = 4096) {
    this.columns = Array.from({ length: columnCount }, () => new Float64Array(capacity));
  }

  push(...values: number[]): void {
    const capacity = this.columns[0]?.length ?? 0;
    if (this.rows === capacity) {
      for (const [index, column] of this.columns.entries()) {
        const larger = new Float64Array(capacity * 2);
        larger.set(column);
        this.columns[index] = larger;
      }
    }
    for (let index = 0; index < this.columns.length; index++) {
      const column = this.columns[index];
      if (column) column[this.rows] = values[index] ?? missing;
    }
    this.rows++;
  }

  set(row: number, column: number, value: number): void {
    const values = this.columns[column];
    if (values) values[row] = value;
  }

  get(row: number, column: number): number {
    return this.columns[column]?.[row] ?? missing;
  }
}
