import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { type ContingencyCounts, contingencyTable } from './contingency-table';

export interface ChiSquaredTest {
  readonly statistic: number | null;
  readonly degreesOfFreedom: number;
  readonly p: number | null;
  readonly n: number;
  readonly method: 'pearson' | 'pearson-yates';
  /** Counts expected when rows and columns are independent. */
  readonly expected: readonly (readonly number[])[];
  /** (observed - expected) divided by its standard error; about normal in large tables. */
  readonly standardisedResiduals: readonly (readonly number[])[];
  /** √(χ² / (n (k - 1))) without correction, k the smaller dimension; 0 is independence, 1 a function. */
  readonly cramersV: number | null;
  /** An expected count below 5: the approximation may be poor (R's warning). */
  readonly smallExpected: boolean;
  readonly reason: 'empty-margin' | null;
}

/**
 * Pearson's chi-squared test of independence, as R's `chisq.test`.
 *
 * @param counts  at least 2 x 2, whole numbers ≥ 0
 * @param yates  continuity correction; counts only for 2 x 2, where |O - E| shrinks by min(1/2, |O - E|)
 * @returns the statistic with its upper tail. A row or column without subjects: `empty-margin`, no statistic.
 * @throws RangeError if the counts are not a table
 * @see Agresti 2013, Categorical Data Analysis, 3.2 · Yates 1934, doi:10.2307/2983604 · tests/reference/contingency
 * @example
 * chiSquaredTest([[3, 1], [1, 3]]) // statistic 2, 1 degree of freedom
 */
export function chiSquaredTest(counts: ContingencyCounts, yates = false): ChiSquaredTest {
  const table = contingencyTable(counts);
  const { rowTotals, columnTotals, n } = table;
  const isFourfold = rowTotals.length === 2 && columnTotals.length === 2;
  const corrected = yates && isFourfold;
  const degreesOfFreedom = (rowTotals.length - 1) * (columnTotals.length - 1);
  const method = corrected ? ('pearson-yates' as const) : ('pearson' as const);
  if ([...rowTotals, ...columnTotals].some((total) => total === 0)) {
    return Object.freeze({
      statistic: null,
      degreesOfFreedom,
      p: null,
      n,
      method,
      expected: [],
      standardisedResiduals: [],
      cramersV: null,
      smallExpected: true,
      reason: 'empty-margin' as const,
    });
  }
  const expected = rowTotals.map((row) => Object.freeze(columnTotals.map((column) => (row * column) / n)));
  let uncorrected = 0;
  let shrunk = 0;
  const standardisedResiduals = table.counts.map((row, i) =>
    Object.freeze(
      row.map((count, j) => {
        const mean = expected[i]?.[j] ?? Number.NaN;
        const difference = count - mean;
        const correction = corrected ? Math.min(0.5, Math.abs(difference)) : 0;
        uncorrected += (difference * difference) / mean;
        shrunk += (Math.abs(difference) - correction) ** 2 / mean;
        const others = (1 - (rowTotals[i] ?? 0) / n) * (1 - (columnTotals[j] ?? 0) / n);
        return difference / Math.sqrt(mean * others);
      }),
    ),
  );
  return Object.freeze({
    statistic: shrunk,
    degreesOfFreedom,
    p: chiSquaredUpperTail(shrunk, degreesOfFreedom),
    n,
    method,
    expected: Object.freeze(expected),
    standardisedResiduals: Object.freeze(standardisedResiduals),
    cramersV: Math.sqrt(uncorrected / (n * (Math.min(rowTotals.length, columnTotals.length) - 1))),
    smallExpected: expected.some((row) => row.some((mean) => mean < 5)),
    reason: null,
  });
}
