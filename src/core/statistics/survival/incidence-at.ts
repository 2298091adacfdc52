import type { Interval } from '@core/base/interval';
import type { IncidenceCurves, StateProbability } from './aalen-johansen';
import { type Estimate, orNull, type UndefinedReason } from './estimate';

/** The state of affairs at one asked time. */
export interface IncidencePoint {
  readonly time: number;
  /** Weight at risk at the next end of follow-up, at the time or after it. */
  readonly atRisk: number;
  /** Cumulative incidence per cause, cause 1 first. */
  readonly causes: readonly IncidenceEstimate[];
  readonly eventFree: IncidenceEstimate;
}

export interface IncidenceEstimate extends Estimate {
  readonly standardError: number | null;
  /** Weight of events of this cause (for event-free: of censorings) after the previous asked time, up to this one. */
  readonly events: number;
}

/**
 * Cumulative incidences at asked times. Beyond the last time of curves with somebody left event-free the estimate is
 * undefined (`after-last-time`), unless `extend` carries the last value forward.
 *
 * @param times  ascending
 * @throws RangeError if the asked times do not ascend
 */
export function incidenceAt(
  curves: IncidenceCurves,
  times: readonly number[],
  options: { readonly extend?: boolean } = {},
): readonly IncidencePoint[] {
  const size = curves.time.length;
  let row = 0;
  let previous = Number.NEGATIVE_INFINITY;
  const points = times.map((time): IncidencePoint => {
    if (!(time >= previous)) throw new RangeError('asked times must ascend');
    previous = time;
    const from = row;
    while (row < size && (curves.time[row] as number) <= time) row += 1;
    let next = row;
    while (next > 0 && (curves.time[next - 1] as number) >= time) next -= 1;
    const over =
      size > 0 && time > (curves.time[size - 1] as number) && curves.eventFree.probability[size - 1] !== 0;
    const reason: UndefinedReason | null =
      size === 0 ? 'no-subjects' : over && options.extend !== true ? 'after-last-time' : null;
    const value = (state: StateProbability, start: number, events: Float64Array): IncidenceEstimate => {
      const counted = events.subarray(from, row).reduce((sum, d) => sum + d, 0);
      const base = { n: curves.n, method: curves.method, events: counted, reason };
      if (reason !== null)
        return Object.freeze({ ...base, estimate: null, standardError: null, interval: null });
      const at = (values: Float64Array, first: number) => (row === 0 ? first : (values[row - 1] as number));
      const interval: Interval = Object.freeze({
        lower: orNull(at(state.lower, start)),
        upper: orNull(at(state.upper, start)),
        level: curves.level,
        method: curves.interval,
      });
      const standardError = orNull(at(state.standardError, 0));
      return Object.freeze({ ...base, estimate: at(state.probability, start), standardError, interval });
    };
    return Object.freeze({
      time,
      atRisk: next === size ? 0 : (curves.atRisk[next] as number),
      causes: Object.freeze(curves.causes.map((cause) => value(cause, 0, cause.events))),
      eventFree: value(curves.eventFree, 1, curves.censored),
    });
  });
  return Object.freeze(points);
}

/**
 * Mean time spent in a state up to a horizon: the area under its probability, carried forward after the last time.
 *
 * The area begins at 0, or at the first time when that is negative, with the probability `start`: 1 for the initial
 * state, 0 for the others.
 *
 * @see survival's summary.survfitms(rmean =) · tests/reference/aalen-johansen, tests/reference/multi-state
 * @example
 * restrictedTimeInState(Float64Array.of(1, 3), Float64Array.of(0.5, 0), 1, 4) // 1 + 2 / 2
 */
export function restrictedTimeInState(
  time: Float64Array,
  probability: Float64Array,
  start: number,
  horizon: number,
): number {
  let area = 0;
  let from = Math.min(0, time[0] ?? 0);
  let value = start;
  for (let i = 0; i < time.length && (time[i] as number) <= horizon; i++) {
    area += ((time[i] as number) - from) * value;
    from = time[i] as number;
    value = probability[i] as number;
  }
  return area + (horizon - from) * value;
}
