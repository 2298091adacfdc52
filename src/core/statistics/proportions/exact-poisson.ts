import type { Interval } from '@core/base/interval';
import { gammaQuantile } from '@core/statistics/distributions/gamma';

/** Events per unit of observed time. */
export interface PoissonRate {
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly events: number;
  readonly observedTime: number;
  readonly method: 'exact-poisson';
  readonly reason: 'no-time' | null;
}

/**
 * Rate of events with its exact Poisson interval, as R's `poisson.test`.
 *
 * @param events  whole number ≥ 0
 * @param observedTime  ≥ 0, for example patient-years; the rate is per this unit
 * @returns no event: lower limit 0; no time: `no-time`
 * @throws RangeError if events or time are out of their domain or the level is not in (0, 1)
 * @see Garwood 1936, doi:10.1093/biomet/28.3-4.437 · tests/reference/proportions
 * @example
 * exactPoisson(0, 10) // interval [0, -log(0.025) / 10]
 */
export function exactPoisson(events: number, observedTime: number, level = 0.95): PoissonRate {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError('rate: events must be a whole number >= 0');
  if (!(observedTime >= 0) || observedTime === Number.POSITIVE_INFINITY) {
    throw new RangeError('rate: observed time must be finite and >= 0');
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const shared = { events, observedTime, method: 'exact-poisson' as const };
  if (observedTime === 0) {
    return Object.freeze({ ...shared, estimate: null, interval: null, reason: 'no-time' as const });
  }
  const expected = expectedLimits(events, level);
  const interval: Interval = Object.freeze({
    lower: expected.lower / observedTime,
    upper: expected.upper / observedTime,
    level,
    method: 'exact-poisson',
  });
  return Object.freeze({ ...shared, estimate: events / observedTime, interval, reason: null });
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

const mostLimits = 10_000;
const known = new Map<string, Limits>();

/** Limits of the expected number of events. They depend on nothing else: tables of rates ask for those of the same counts again. */
function expectedLimits(events: number, level: number): Limits {
  const key = `${events} ${level}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const tail = (1 - level) / 2;
  const limits = {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile(1 - tail, events + 1),
  };
  if (known.size >= mostLimits) known.clear();
  known.set(key, limits);
  return limits;
}
