import { criticalValue } from './confidence-limits';
import type { Estimate } from './estimate';
import type { SurvivalCurve } from './kaplan-meier';

/** Restricted mean survival time with its standard error; the interval is symmetric (normal). */
export interface RestrictedMean extends Estimate {
  readonly standardError: number | null;
  /** The horizon, in the unit of the curve's times. */
  readonly horizon: number;
  /** Horizon less restricted mean: the time lost. */
  readonly timeLost: number | null;
}

/**
 * Restricted mean survival time: the area under the curve up to a horizon, the mean of min(T, horizon).
 *
 * Variance Σ A(t)² d / (n (n - d)) over the event times t, A(t) the area right of t: Greenwood's, without a
 * correction for small samples. The last time at which everybody left has the event adds nothing.
 *
 * A horizon beyond the last time of a curve that has not reached 0 is undefined (`after-last-time`), unless `extend`
 * carries the last value forward. No subjects: `no-subjects`.
 *
 * @param horizon  > 0, or later than the first time when times are negative
 * @throws RangeError if the horizon is not finite
 * @see Irwin 1949; Uno et al. 2014, doi:10.1200/JCO.2014.55.2208 · survival's survmean
 * @example
 * restrictedMean(kaplanMeier({ time: [1, 3], event: [1, 1] }), 2).estimate // 1.5
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  options: { readonly extend?: boolean } = {},
): RestrictedMean {
  if (!Number.isFinite(horizon)) throw new RangeError('the horizon must be finite');
  const size = curve.time.length;
  const method = 'restricted mean survival time';
  const last = size === 0 ? 0 : (curve.time[size - 1] as number);
  const ended = size > 0 && curve.survival[size - 1] === 0;
  if (size === 0 || (horizon > last && !ended && options.extend !== true)) {
    const reason = size === 0 ? 'no-subjects' : 'after-last-time';
    const nothing = { estimate: null, standardError: null, timeLost: null, interval: null };
    return Object.freeze({ ...nothing, horizon, n: curve.n, method, reason });
  }
  let row = 0;
  while (row < size && (curve.time[row] as number) <= horizon) row += 1;
  let area = 0;
  let variance = 0;
  let right = horizon;
  for (let i = row - 1; i >= 0; i--) {
    const t = curve.time[i] as number;
    area += (right - t) * (curve.survival[i] as number);
    right = t;
    const d = curve.events[i] as number;
    const n = curve.atRisk[i] as number;
    if (d > 0 && n - d > 1e-11 * n) variance += (area * area * d) / (n * (n - d));
  }
  const estimate = area + right;
  const standardError = Math.sqrt(variance);
  const distance = criticalValue(curve.level) * standardError;
  return Object.freeze({
    estimate,
    standardError,
    timeLost: horizon - estimate,
    interval: Object.freeze({
      lower: estimate - distance,
      upper: estimate + distance,
      level: curve.level,
      method: 'normal',
    }),
    horizon,
    n: curve.n,
    method,
    reason: null,
  });
}
