import { normalTwoSided } from '@core/statistics/distributions/normal';

export interface CochranArmitage {
  /** Positive when the proportion rises with the score. */
  readonly z: number | null;
  readonly statistic: number | null;
  readonly degreesOfFreedom: 1;
  readonly p: number | null;
  readonly n: number;
  readonly method: 'cochran-armitage';
  readonly reason: 'no-subjects' | 'all-or-none' | 'one-score' | null;
}

/**
 * Cochran-Armitage test for a trend of proportions over ordered groups, as R's `prop.trend.test` (variance with
 * n below, not n - 1).
 *
 * @param events  subjects with the event per group, whole numbers ≥ 0
 * @param totals  subjects per group, ≥ events; a group without subjects takes no part
 * @param scores  the position of each group; 1, 2, 3 … when not given
 * @returns z and z² with its two-sided p. No subjects: `no-subjects`. Nobody or everybody with the event:
 *   `all-or-none`. All subjects at one score: `one-score`.
 * @throws RangeError if the lengths differ or events are not in 0 … total
 * @see Armitage 1955, doi:10.2307/3001775 · tests/reference/contingency
 * @example
 * cochranArmitage([1, 2, 3], [4, 4, 4]) // z √2, p 0.157
 */
export function cochranArmitage(
  events: ArrayLike<number>,
  totals: ArrayLike<number>,
  scores?: ArrayLike<number>,
): CochranArmitage {
  if (events.length !== totals.length || (scores !== undefined && scores.length !== totals.length)) {
    throw new RangeError('trend test: events, totals and scores must have the same length');
  }
  let n = 0;
  let withEvent = 0;
  let scoreSum = 0;
  for (let i = 0; i < totals.length; i++) {
    const [event, total] = [events[i] ?? 0, totals[i] ?? 0];
    if (!(event >= 0 && event <= total)) throw new RangeError('trend test: events must be in 0 … total');
    n += total;
    withEvent += event;
    scoreSum += total * (scores?.[i] ?? i + 1);
  }
  const shared = { n, degreesOfFreedom: 1 as const, method: 'cochran-armitage' as const };
  const undefinedBecause = (reason: 'no-subjects' | 'all-or-none' | 'one-score'): CochranArmitage =>
    Object.freeze({ ...shared, z: null, statistic: null, p: null, reason });
  if (n === 0) return undefinedBecause('no-subjects');
  if (withEvent === 0 || withEvent === n) return undefinedBecause('all-or-none');
  const proportion = withEvent / n;
  const centre = scoreSum / n;
  let trend = 0;
  let spread = 0;
  for (let i = 0; i < totals.length; i++) {
    const distance = (scores?.[i] ?? i + 1) - centre;
    trend += distance * (events[i] ?? 0);
    spread += (totals[i] ?? 0) * distance * distance;
  }
  if (spread === 0) return undefinedBecause('one-score');
  const z = trend / Math.sqrt(proportion * (1 - proportion) * spread);
  return Object.freeze({ ...shared, z, statistic: z * z, p: normalTwoSided(z), reason: null });
}
