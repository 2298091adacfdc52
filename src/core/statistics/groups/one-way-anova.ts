import { fisherUpperTail } from '@core/statistics/distributions/fisher-f';
import { mean, sumOfSquares } from '../descriptive/moments';
import { presentValues } from '../descriptive/present-values';

export interface OneWayAnova {
  /** F statistic. */
  readonly statistic: number | null;
  readonly numeratorDf: number | null;
  readonly denominatorDf: number | null;
  readonly p: number | null;
  readonly sumOfSquaresBetween: number | null;
  readonly sumOfSquaresWithin: number | null;
  readonly n: readonly number[];
  readonly missing: number;
  readonly method: 'anova' | 'welch-anova';
  readonly reason: 'too-few-groups' | 'too-few-values' | 'no-variance' | null;
}

/**
 * One-way analysis of variance, as R's `oneway.test`: classical (equal variances) or Welch's.
 *
 * @param groups  one array per group, unsorted; `NaN` is missing, dropped and counted. A group without values
 *   takes no part.
 * @param equalVariances  `false` gives Welch's test, which needs two values and some variance in every group
 * @returns F with its upper tail; sums of squares in the squared unit of the values. Fewer than two groups:
 *   `too-few-groups`; not more values than groups: `too-few-values`; no variance within: `no-variance`.
 * @see Fisher 1925; Welch 1951, doi:10.2307/2332579 · tests/reference/groups
 * @example
 * oneWayAnova([[1, 2, 3], [3, 4, 5]]) // F 6 on 1 and 4 degrees of freedom
 */
export function oneWayAnova(groups: readonly ArrayLike<number>[], equalVariances = true): OneWayAnova {
  const present = groups.map(presentValues);
  const filled = present.filter((group) => group.values.length > 0).map((group) => group.values);
  const shared = {
    n: Object.freeze(present.map((group) => group.values.length)),
    missing: present.reduce((sum, group) => sum + group.missing, 0),
    method: equalVariances ? ('anova' as const) : ('welch-anova' as const),
  };
  const nothing = {
    ...shared,
    statistic: null,
    numeratorDf: null,
    denominatorDf: null,
    p: null,
    sumOfSquaresBetween: null,
    sumOfSquaresWithin: null,
  };
  const size = filled.reduce((sum, values) => sum + values.length, 0);
  const k = filled.length;
  if (k < 2) return Object.freeze({ ...nothing, reason: 'too-few-groups' as const });
  if (size <= k || (!equalVariances && filled.some((values) => values.length < 2))) {
    return Object.freeze({ ...nothing, reason: 'too-few-values' as const });
  }
  const means = filled.map((values) => mean(values) ?? 0);
  const squares = filled.map(sumOfSquares);
  const centre = filled.reduce((sum, values, i) => sum + ((means[i] ?? 0) * values.length) / size, 0);
  const sumOfSquaresWithin = squares.reduce((a, b) => a + b, 0);
  const sumOfSquaresBetween = filled.reduce(
    (sum, values, i) => sum + values.length * ((means[i] ?? 0) - centre) ** 2,
    0,
  );
  const parts = { sumOfSquaresBetween, sumOfSquaresWithin };
  if (sumOfSquaresWithin === 0 || (!equalVariances && squares.some((square) => square === 0))) {
    return Object.freeze({ ...nothing, ...parts, reason: 'no-variance' as const });
  }
  const numeratorDf = k - 1;
  const f = equalVariances
    ? {
        statistic: sumOfSquaresBetween / numeratorDf / (sumOfSquaresWithin / (size - k)),
        denominatorDf: size - k,
      }
    : welch(
        filled.map((values) => values.length),
        means,
        squares,
      );
  const p = fisherUpperTail(f.statistic, numeratorDf, f.denominatorDf);
  return Object.freeze({ ...shared, ...parts, ...f, numeratorDf, p, reason: null });
}

function welch(
  sizes: readonly number[],
  means: readonly number[],
  squares: readonly number[],
): { readonly statistic: number; readonly denominatorDf: number } {
  const k = sizes.length;
  const weights = sizes.map((n, i) => (n * (n - 1)) / (squares[i] ?? 1));
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = weights.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0) / total;
  const spread =
    weights.reduce((sum, weight, i) => sum + (1 - weight / total) ** 2 / ((sizes[i] ?? 0) - 1), 0) /
    (k * k - 1);
  const between = weights.reduce((sum, weight, i) => sum + weight * ((means[i] ?? 0) - centre) ** 2, 0);
  return {
    statistic: between / ((k - 1) * (1 + 2 * (k - 2) * spread)),
    denominatorDf: 1 / (3 * spread),
  };
}
