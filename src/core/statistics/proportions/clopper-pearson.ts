import type { Interval } from '@core/base/interval';
import { betaQuantile } from '@core/statistics/distributions/beta';
import { checkEvents, type Proportion } from './proportion';

/**
 * Proportion with its exact (Clopper-Pearson) interval, as R's `binom.test`: both one-sided binomial tests are
 * inverted, so the interval covers at least as often as it says.
 *
 * @param events, n  whole numbers, 0 ≤ events ≤ n
 * @returns estimate and limits in [0, 1]. No event: lower limit 0; all: upper limit 1; n 0: `no-subjects`.
 * @throws RangeError if events are not in 0 … n or the level is not in (0, 1)
 * @see Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404 · tests/reference/proportions
 * @example
 * clopperPearson(0, 10) // interval [0, 1 - 0.025^(1/10)]
 */
export function clopperPearson(events: number, n: number, level = 0.95): Proportion {
  checkEvents(events, n, level);
  const shared = { n, events, method: 'clopper-pearson' as const };
  if (n === 0)
    return Object.freeze({ ...shared, estimate: null, interval: null, reason: 'no-subjects' as const });
  const tail = (1 - level) / 2;
  const lower = events === 0 ? 0 : betaQuantile(tail, events, n - events + 1);
  const upper = events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events);
  const interval: Interval = Object.freeze({ lower, upper, level, method: 'clopper-pearson' });
  return Object.freeze({ ...shared, estimate: events / n, interval, reason: null });
}
