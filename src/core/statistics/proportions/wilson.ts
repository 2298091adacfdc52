import type { Interval } from '@core/base/interval';
import { normalUpperQuantile } from '@core/statistics/distributions/normal';
import { checkEvents, type Proportion } from './proportion';

/**
 * Proportion with Wilson's score interval, as R's `prop.test(correct = FALSE)`.
 *
 * @param events, n  whole numbers, 0 ≤ events ≤ n
 * @returns estimate and limits in [0, 1]. No event: lower limit 0; all: upper limit 1; n 0: `no-subjects`.
 * @throws RangeError if events are not in 0 … n or the level is not in (0, 1)
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953 · tests/reference/proportions
 * @example
 * wilson(5, 10) // interval centred on 1/2
 */
export function wilson(events: number, n: number, level = 0.95): Proportion {
  checkEvents(events, n, level);
  const shared = { n, events, method: 'wilson' as const };
  if (n === 0)
    return Object.freeze({ ...shared, estimate: null, interval: null, reason: 'no-subjects' as const });
  const z = normalUpperQuantile((1 - level) / 2);
  const square = z * z;
  const root = z * Math.sqrt((events * (n - events)) / n + square / 4);
  const centre = events + square / 2;
  // The lower limit as a quotient of positive terms: it does not cancel when events are few.
  const lower = events === 0 ? 0 : (events * events) / n / (centre + root);
  const upper = events === n ? 1 : (centre + root) / (n + square);
  const interval: Interval = Object.freeze({ lower, upper, level, method: 'wilson' });
  return Object.freeze({ ...shared, estimate: events / n, interval, reason: null });
}
