import { normalTwoSided } from '@core/statistics/distributions/normal';
import { presentValues } from '../descriptive/present-values';
import { hodgesLehmann, type LocationShift } from './hodges-lehmann';
import { midranks } from './midranks';
import {
  lowerTailTo,
  type RankSumDistribution,
  rankSumDistribution,
  upperTailFrom,
} from './rank-sum-distribution';

export interface RankSumOptions {
  /** `automatic` is R's rule: exact when both groups are smaller than 50 and there are no ties. */
  readonly method?: 'automatic' | 'exact' | 'normal';
  readonly continuityCorrection?: boolean;
  readonly level?: number;
  /** Without the shift and its interval, which take most of the time in large samples. */
  readonly shift?: boolean;
}

export interface RankSumTest {
  /** Mann-Whitney U of the first group (R's W): pairs in which its value is higher, ties counting half. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** Shift of the first group against the second, in the unit of the values. */
  readonly shift: LocationShift | null;
  /** U / (m n): probability that a value of the first group is higher. */
  readonly probabilityHigher: number | null;
  readonly n: readonly [number, number];
  readonly missing: number;
  readonly ties: boolean;
  readonly method: 'exact' | 'normal' | 'normal-corrected';
  readonly reason: 'empty-group' | 'all-equal' | 'too-large-for-exact' | null;
}

/**
 * Wilcoxon rank sum (Mann-Whitney) test of two samples, two-sided, as R's `wilcox.test`.
 *
 * @param first, second  numbers, unsorted; `NaN` is missing, dropped and counted
 * @returns U of the first group, p, and the Hodges-Lehmann shift with its interval. Exact p-values are twice the
 *   smaller tail without ties, and the permutation probability of |U - mn/2| with ties (exactRankTests). A group
 *   without values: `empty-group`. All values equal: `all-equal`, no p. Exact asked for too many subjects:
 *   `too-large-for-exact`.
 * @throws RangeError if the level is not in (0, 1)
 * @see Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Lehmann 1975, Nonparametrics · tests/reference/groups
 * @example
 * wilcoxonRankSum([1, 2], [3, 4]) // U 0, p 1/3
 */
export function wilcoxonRankSum(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: RankSumOptions = {},
): RankSumTest {
  const { method = 'automatic', continuityCorrection = true, level = 0.95, shift: wanted = true } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const a = presentValues(first);
  const b = presentValues(second);
  const [m, n] = [a.values.length, b.values.length];
  const pooled = new Float64Array(m + n);
  pooled.set(a.values);
  pooled.set(b.values, m);
  const { ranks, tieTerm } = midranks(pooled);
  const ties = tieTerm > 0;
  const isExact = method === 'exact' || (method === 'automatic' && m < 50 && n < 50 && !ties);
  const approximation = continuityCorrection ? ('normal-corrected' as const) : ('normal' as const);
  const shared = {
    n: Object.freeze([m, n] as const),
    missing: a.missing + b.missing,
    ties,
    method: isExact ? ('exact' as const) : approximation,
  };
  const nothing = { ...shared, statistic: null, p: null, shift: null, probabilityHigher: null };
  if (m === 0 || n === 0) return Object.freeze({ ...nothing, reason: 'empty-group' as const });
  let rankSum = 0;
  for (let i = 0; i < m; i++) rankSum += ranks[i] ?? 0;
  const statistic = rankSum - (m * (m + 1)) / 2;
  const known = { ...shared, statistic, probabilityHigher: statistic / (m * n) };
  const size = m + n;
  if (tieTerm === size * size * size - size) {
    return Object.freeze({ ...known, p: null, shift: null, reason: 'all-equal' as const });
  }
  const distribution = isExact ? rankSumDistribution(ranks, m) : null;
  if (isExact && distribution === null) {
    return Object.freeze({ ...known, p: null, shift: null, reason: 'too-large-for-exact' as const });
  }
  const p =
    distribution === null
      ? normalP(statistic, m, n, tieTerm, continuityCorrection)
      : exactP(distribution, statistic, m * n, ties);
  const shift = wanted
    ? hodgesLehmann(a.values, b.values, ties ? null : distribution, level, continuityCorrection)
    : null;
  return Object.freeze({ ...known, p, shift, reason: null });
}

function normalP(statistic: number, m: number, n: number, tieTerm: number, corrected: boolean): number {
  const size = m + n;
  const distance = statistic - (m * n) / 2;
  const variance = ((m * n) / 12) * (size + 1 - tieTerm / (size * (size - 1)));
  const z = (distance - (corrected ? Math.sign(distance) * 0.5 : 0)) / Math.sqrt(variance);
  return normalTwoSided(z);
}

function exactP(distribution: RankSumDistribution, statistic: number, pairs: number, ties: boolean): number {
  const doubled = Math.round(2 * statistic);
  if (ties) {
    const distance = Math.abs(doubled - pairs);
    if (distance === 0) return 1;
    return lowerTailTo(distribution, pairs - distance) + upperTailFrom(distribution, pairs + distance);
  }
  const tail = doubled > pairs ? upperTailFrom(distribution, doubled) : lowerTailTo(distribution, doubled);
  return Math.min(1, 2 * tail);
}
