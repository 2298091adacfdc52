/** Counts row by row: `counts[row][column]`, whole numbers ≥ 0, rows of equal length. */
export type ContingencyCounts = readonly ArrayLike<number>[];

/** A checked table with its margins. */
export interface ContingencyTable {
  readonly counts: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly n: number;
}

/**
 * Reads counts as a table and adds the margins.
 *
 * @throws RangeError if there are fewer than two rows or columns, the rows differ in length, or a count is not a
 *   whole number ≥ 0
 */
export function contingencyTable(counts: ContingencyCounts): ContingencyTable {
  const columns = counts[0]?.length ?? 0;
  if (counts.length < 2 || columns < 2) throw new RangeError('contingency table: at least 2 x 2 is needed');
  const rows = counts.map((row) => Array.from(row));
  for (const row of rows) {
    if (row.length !== columns) throw new RangeError('contingency table: rows must have equal length');
    if (row.some((count) => !(count >= 0) || !Number.isInteger(count))) {
      throw new RangeError('contingency table: counts must be whole numbers >= 0');
    }
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const rowTotals = rows.map(sum);
  const columnTotals = Array.from({ length: columns }, (_, j) => sum(rows.map((row) => row[j] ?? 0)));
  return { counts: rows, rowTotals, columnTotals, n: sum(rowTotals) };
}
