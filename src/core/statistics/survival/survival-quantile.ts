import type { Estimate } from './estimate';
import { orNull } from './estimate';
import type { SurvivalCurve } from './kaplan-meier';

/** How near to a probability a curve counts as lying on it: the square root of the machine precision, as in R. */
const TOLERANCE = 1.4901161193847656e-8;

/**
 * Quantile of a survival curve: the time by which a share `probability` has had the event.
 *
 * The first time at which survival is at or below 1 - probability. When the curve stays exactly on that level, the
 * middle of the plateau, up to the next drop or, if there is none, up to the last time. The interval inverts the
 * curve's confidence limits by the same rule; a limit that is not reached is `null`.
 *
 * @param probability  in [0, 1]; 0.5 is the median
 * @throws RangeError if the probability is not in [0, 1]
 * @see survival's quantile.survfit
 * @example
 * survivalQuantile(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 0.5).estimate // 2.5
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number): Estimate {
  return quantileOfCurve(curve, probability);
}

/** What a quantile needs of a curve. */
type QuantileCurve = Pick<
  SurvivalCurve,
  'time' | 'survival' | 'lower' | 'upper' | 'n' | 'eventCount' | 'level' | 'interval' | 'method'
>;

/** The quantile of any survival curve with limits, estimated or predicted. */
export function quantileOfCurve(curve: QuantileCurve, probability: number): Estimate {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability must be in [0, 1]: ${probability}`);
  const size = curve.time.length;
  const method = `${curve.method} quantile`;
  if (size === 0) {
    return Object.freeze({ estimate: null, interval: null, n: curve.n, method, reason: 'no-subjects' });
  }
  const estimate = orNull(crossing(curve.time, curve.survival, probability));
  const interval = Object.freeze({
    lower: orNull(crossing(curve.time, curve.lower, probability)),
    upper: orNull(crossing(curve.time, curve.upper, probability)),
    level: curve.level,
    method: curve.interval,
  });
  const reason = estimate === null ? (curve.eventCount > 0 ? 'not-reached' : 'no-events') : null;
  return Object.freeze({ estimate, interval, n: curve.n, method, reason });
}

/** Median survival time. */
export function medianSurvival(curve: SurvivalCurve): Estimate {
  return survivalQuantile(curve, 0.5);
}

/**
 * Where 1 - values crosses a probability. Limits need not fall from row to row, so the smallest sufficient value
 * is looked for, the first of equal ones.
 */
function crossing(time: Float64Array, values: Float64Array, probability: number): number {
  if (probability === 0) return 0;
  const size = time.length;
  let touch = -1;
  let pass = -1;
  let touchValue = Number.NEGATIVE_INFINITY;
  let passValue = Number.NEGATIVE_INFINITY;
  let lastNew = Number.NaN;
  let highest = 1;
  let sawUndefined = false;
  const target = 1 - probability;
  for (let i = 0; i < size; i++) {
    const value = values[i] as number;
    if (value <= target + TOLERANCE && value > touchValue) {
      touch = i;
      touchValue = value;
    }
    if (value <= target - TOLERANCE && value > passValue) {
      pass = i;
      passValue = value;
    }
    if (value < highest) {
      lastNew = value;
      highest = value;
    } else if (Number.isNaN(value) && !sawUndefined) {
      lastNew = value;
      sawUndefined = true;
    }
  }
  if (touch === -1) return Number.NaN;
  const first = time[touch] as number;
  if (Math.abs(lastNew - target) < TOLERANCE) return (first + (time[size - 1] as number)) / 2;
  return pass === -1 ? Number.NaN : (first + (time[pass] as number)) / 2;
}
