import { criticalValue } from './confidence-limits';
import type { Estimate } from './estimate';
import type { LogRankResult } from './log-rank';

/**
 * Peto's one-step hazard ratio exp((O - E) / V) of the first of two groups against the second, with its interval
 * exp((O - E) / V ± z / √V).
 *
 * No variance (no events, one group at risk): `null` with the test's reason.
 *
 * @throws RangeError if the test does not compare two groups
 * @see Peto et al. 1977, doi:10.1038/bjc.1977.1
 */
export function petoHazardRatio(result: LogRankResult, level = 0.95): Estimate {
  if (result.observed.length !== 2) throw new RangeError('a hazard ratio by Peto needs two groups');
  const difference = (result.observed[0] as number) - (result.expected[0] as number);
  const variance = result.variance[0]?.[0] ?? 0;
  const method = 'Peto one-step hazard ratio';
  if (!(variance > 0)) {
    const reason = result.reason ?? 'no-comparison';
    return Object.freeze({ estimate: null, interval: null, n: result.n, method, reason });
  }
  const log = difference / variance;
  const distance = criticalValue(level) / Math.sqrt(variance);
  return Object.freeze({
    estimate: Math.exp(log),
    interval: Object.freeze({
      lower: Math.exp(log - distance),
      upper: Math.exp(log + distance),
      level,
      method: 'log',
    }),
    n: result.n,
    method,
    reason: null,
  });
}
