import type { Interval } from '@core/base/interval';
import { orNull, type UndefinedReason } from './estimate';
import type { SurvivalCurve } from './kaplan-meier';

/** The curve at one asked time. */
export interface SurvivalPoint {
  readonly time: number;
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Weight at risk at the next end of follow-up, at the time or after it: the number R's summary prints. */
  readonly atRisk: number;
  /** Weight under observation just before the time itself; differs from `atRisk` only with late entry. */
  readonly underObservation: number;
  /** Weight of events and censorings after the previous asked time (for the first: from the start), up to this one. */
  readonly events: number;
  readonly censored: number;
  readonly n: number;
  readonly method: string;
  readonly reason: UndefinedReason | null;
}

/**
 * Survival at asked times, with the numbers a risk table needs.
 *
 * Before the first event survival is 1. After the last time of a curve that has not reached 0 the estimate is
 * undefined (`after-last-time`) unless `extend` carries the last value forward; the counts are given anyway.
 *
 * @param times  ascending
 * @throws RangeError if the asked times do not ascend
 * @see survival's summary.survfit(times =)
 * @example
 * survivalAt(kaplanMeier({ time: [1, 2], event: [1, 0] }), [1])[0]?.estimate // 0.5
 */
export function survivalAt(
  curve: SurvivalCurve,
  times: readonly number[],
  options: { readonly extend?: boolean } = {},
): readonly SurvivalPoint[] {
  const size = curve.time.length;
  const last = size === 0 ? Number.NEGATIVE_INFINITY : (curve.time[size - 1] as number);
  let row = 0;
  let previous = Number.NEGATIVE_INFINITY;
  const points = times.map((time): SurvivalPoint => {
    if (!(time >= previous)) throw new RangeError('asked times must ascend');
    previous = time;
    let events = 0;
    let censored = 0;
    while (row < size && (curve.time[row] as number) <= time) {
      events += curve.events[row] as number;
      censored += curve.censored[row] as number;
      row += 1;
    }
    const next = firstAtOrAfter(curve.time, time);
    const atRisk = next === size ? 0 : (curve.atRisk[next] as number);
    const underObservation = atRisk - enteringLater(curve, time, next);
    const counts = { time, atRisk, underObservation, events, censored, n: curve.n, method: curve.method };
    const ended = row > 0 && curve.survival[row - 1] === 0;
    const reason: UndefinedReason | null =
      size === 0
        ? 'no-subjects'
        : time > last && !ended && options.extend !== true
          ? 'after-last-time'
          : null;
    if (reason !== null) {
      return Object.freeze({ ...counts, estimate: null, standardError: null, interval: null, reason });
    }
    const at = (values: Float64Array, before: number) => (row === 0 ? before : (values[row - 1] as number));
    const interval: Interval = Object.freeze({
      lower: orNull(at(curve.lower, 1)),
      upper: orNull(at(curve.upper, 1)),
      level: curve.level,
      method: curve.interval,
    });
    return Object.freeze({
      ...counts,
      estimate: at(curve.survival, 1),
      standardError: orNull(at(curve.standardError, 0)),
      interval,
      reason: null,
    });
  });
  return Object.freeze(points);
}

/** Weight that enters at the asked time or after it, but before the next end of follow-up. */
function enteringLater(curve: SurvivalCurve, time: number, next: number): number {
  if (next === curve.time.length) return 0;
  let entering = 0;
  for (let e = curve.entryTime.length - 1; e >= 0 && (curve.entryTime[e] as number) >= time; e--) {
    if ((curve.entryTime[e] as number) < (curve.time[next] as number)) entering += curve.entered[e] as number;
  }
  return entering;
}

function firstAtOrAfter(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
