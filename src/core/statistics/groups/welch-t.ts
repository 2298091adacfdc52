import type { Interval } from '@core/base/interval';
import { studentQuantile, studentTwoSided } from '@core/statistics/distributions/student-t';
import { mean, sampleVariance } from '../descriptive/moments';
import { presentValues } from '../descriptive/present-values';

export interface WelchT {
  /** First mean minus second mean, in the unit of the values. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly standardError: number | null;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  readonly n: readonly [number, number];
  readonly missing: number;
  readonly method: 'welch-t';
  readonly reason: 'too-few-values' | 'no-variance' | null;
}

/**
 * Welch's t-test of two means, variances not assumed equal, two-sided, as R's `t.test`.
 *
 * @param first, second  numbers, unsorted; `NaN` is missing, dropped and counted
 * @returns the difference of means with its interval. Fewer than two values in a group: `too-few-values`. A
 *   standard error below 10 ε of the larger mean (R's "data are essentially constant"): `no-variance`.
 * @throws RangeError if the level is not in (0, 1)
 * @see Welch 1947, doi:10.1093/biomet/34.1-2.28 · tests/reference/groups
 * @example
 * welchT([1, 2, 3], [2, 4, 6]) // estimate -2, t -2/√(1/3 + 4/3)
 */
export function welchT(first: ArrayLike<number>, second: ArrayLike<number>, level = 0.95): WelchT {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const a = presentValues(first);
  const b = presentValues(second);
  const [m, n] = [a.values.length, b.values.length];
  const shared = {
    n: Object.freeze([m, n] as const),
    missing: a.missing + b.missing,
    method: 'welch-t' as const,
  };
  const nothing = {
    ...shared,
    estimate: null,
    interval: null,
    standardError: null,
    statistic: null,
    degreesOfFreedom: null,
    p: null,
  };
  const [meanA, meanB] = [mean(a.values), mean(b.values)];
  const [varianceA, varianceB] = [sampleVariance(a.values), sampleVariance(b.values)];
  if (meanA === null || meanB === null || varianceA === null || varianceB === null) {
    return Object.freeze({ ...nothing, reason: 'too-few-values' as const });
  }
  const [partA, partB] = [varianceA / m, varianceB / n];
  const standardError = Math.sqrt(partA + partB);
  const estimate = meanA - meanB;
  if (
    standardError < 10 * Number.EPSILON * Math.max(Math.abs(meanA), Math.abs(meanB)) ||
    standardError === 0
  ) {
    return Object.freeze({ ...nothing, estimate, reason: 'no-variance' as const });
  }
  const degreesOfFreedom = (partA + partB) ** 2 / ((partA * partA) / (m - 1) + (partB * partB) / (n - 1));
  const statistic = estimate / standardError;
  const half = studentQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError;
  return Object.freeze({
    ...shared,
    estimate,
    interval: Object.freeze({ lower: estimate - half, upper: estimate + half, level, method: 'welch-t' }),
    standardError,
    statistic,
    degreesOfFreedom,
    p: studentTwoSided(statistic, degreesOfFreedom),
    reason: null,
  });
}
