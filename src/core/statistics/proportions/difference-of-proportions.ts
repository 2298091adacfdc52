import type { Interval } from '@core/base/interval';
import { wilson } from './wilson';

export interface DifferenceOfProportions {
  /** First proportion minus second, in [-1, 1]. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly n: readonly [number, number];
  readonly method: 'newcombe';
  readonly reason: 'no-subjects' | null;
}

/**
 * Difference of two independent proportions with Newcombe's hybrid score interval (his method 10).
 *
 * @param firstEvents, firstN, secondEvents, secondN  whole numbers, 0 ≤ events ≤ n
 * @returns a group without subjects: `no-subjects`
 * @throws RangeError if events are not in 0 … n or the level is not in (0, 1)
 * @see Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 */
export function differenceOfProportions(
  firstEvents: number,
  firstN: number,
  secondEvents: number,
  secondN: number,
  level = 0.95,
): DifferenceOfProportions {
  const first = wilson(firstEvents, firstN, level);
  const second = wilson(secondEvents, secondN, level);
  const shared = { n: Object.freeze([firstN, secondN] as const), method: 'newcombe' as const };
  if (first.estimate === null || second.estimate === null) {
    return Object.freeze({ ...shared, estimate: null, interval: null, reason: 'no-subjects' as const });
  }
  const distance = (p: number, limit: number | null | undefined): number => p - (limit ?? p);
  const [p1, p2] = [first.estimate, second.estimate];
  const below = Math.hypot(distance(p1, first.interval?.lower), distance(p2, second.interval?.upper));
  const above = Math.hypot(distance(p1, first.interval?.upper), distance(p2, second.interval?.lower));
  const estimate = p1 - p2;
  const interval = Object.freeze({
    lower: estimate - below,
    upper: estimate + above,
    level,
    method: 'newcombe',
  });
  return Object.freeze({ ...shared, estimate, interval, reason: null });
}
