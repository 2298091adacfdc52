import { probabilityInterval } from './confidence-limits';
import { type Estimate, orNull, type UndefinedReason } from './estimate';
import type { SurvivalCurve } from './kaplan-meier';

/** Probability of surviving to `time` for those who are event-free at `given`. */
export interface ConditionalSurvival extends Estimate {
  readonly given: number;
  readonly time: number;
  readonly standardError: number | null;
}

/**
 * Conditional survival S(time) / S(given): the outlook of those who have come as far as `given`.
 *
 * It is the Kaplan-Meier estimate from `given` on, with Greenwood's variance over the events after it; the interval
 * is on the curve's scale. `n` is the weight at risk just after `given`.
 *
 * Survival 0 at `given`: `nobody-survives`. A time beyond the last of a curve that has not reached 0:
 * `after-last-time`. Nobody under observation after `given`: `nobody-at-risk`.
 *
 * @throws RangeError if `time` is before `given`
 * @see Zabor et al. 2013, doi:10.1016/j.cct.2012.11.001
 * @example
 * conditionalSurvival(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 2, 3).estimate // 0.5
 */
export function conditionalSurvival(curve: SurvivalCurve, given: number, time: number): ConditionalSurvival {
  if (!(time >= given)) throw new RangeError('the time must not be before the time that is given');
  const size = curve.time.length;
  let row = 0;
  while (row < size && (curve.time[row] as number) <= given) row += 1;
  const n = row < size ? (curve.atRisk[row] as number) : 0;
  const method = 'conditional survival';
  const reason = reasonFor(curve, row, time);
  if (reason !== null) {
    return Object.freeze({
      given,
      time,
      estimate: null,
      standardError: null,
      interval: null,
      n,
      method,
      reason,
    });
  }
  let survival = 1;
  let greenwood = 0;
  for (; row < size && (curve.time[row] as number) <= time; row++) {
    const d = curve.events[row] as number;
    if (d === 0) continue;
    const atRisk = curve.atRisk[row] as number;
    const remaining = atRisk - d > 1e-11 * atRisk ? atRisk - d : 0;
    survival *= remaining / atRisk;
    greenwood += d / (atRisk * remaining);
  }
  const relativeError = Math.sqrt(greenwood);
  return Object.freeze({
    given,
    time,
    estimate: survival,
    standardError: orNull(survival * relativeError),
    interval: probabilityInterval(curve.interval, survival, relativeError, curve.level),
    n,
    method,
    reason: null,
  });
}

function reasonFor(curve: SurvivalCurve, row: number, time: number): UndefinedReason | null {
  const size = curve.time.length;
  if (size === 0) return 'no-subjects';
  if (row > 0 && curve.survival[row - 1] === 0) return 'nobody-survives';
  if (row === size) return 'nobody-at-risk';
  const ended = curve.survival[size - 1] === 0;
  return time > (curve.time[size - 1] as number) && !ended ? 'after-last-time' : null;
}
