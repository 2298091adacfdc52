import { binomialCdf, binomialUpperTail } from '@core/statistics/distributions/binomial';
import { funnelLevels } from './funnel-limits';

/** Where a unit lies against the target, by its exact binomial tail. */
export interface FunnelPosition {
  readonly proportion: number | null;
  /** Twice the smaller exact tail, at most 1. */
  readonly p: number | null;
  readonly n: number;
  readonly position: 'within' | 'below-95' | 'above-95' | 'below-99.8' | 'above-99.8' | null;
  readonly method: 'exact-binomial';
  readonly reason: 'no-subjects' | null;
}

/**
 * Says whether a unit lies within the 95 % or 99.8 % limits of a funnel plot.
 *
 * The verdict uses the tail probability of the whole count, not the interpolated line of the picture: a unit
 * outside the limits always lies on or beyond the line.
 *
 * @param events, n  whole numbers, 0 ≤ events ≤ n
 * @param target  in [0, 1]
 * @throws RangeError if events are not in 0 … n or the target is out of [0, 1]
 * @see Spiegelhalter 2005, doi:10.1002/sim.1970 · tests/reference/funnel
 */
export function funnelPosition(events: number, n: number, target: number): FunnelPosition {
  if (!Number.isInteger(events) || !Number.isInteger(n) || events < 0 || events > n) {
    throw new RangeError('funnel: events must be a whole number in 0 … n');
  }
  if (!(target >= 0 && target <= 1)) throw new RangeError(`invalid target; not in [0, 1]: ${target}`);
  const shared = { n, method: 'exact-binomial' as const };
  if (n === 0) {
    return Object.freeze({
      ...shared,
      proportion: null,
      p: null,
      position: null,
      reason: 'no-subjects' as const,
    });
  }
  const lower = binomialCdf(events, n, target);
  const upper = binomialUpperTail(events, n, target);
  const p = Math.min(1, 2 * Math.min(lower, upper));
  const side = lower < upper ? ('below' as const) : ('above' as const);
  const [warning, alarm] = funnelLevels;
  const position =
    p >= 1 - warning
      ? ('within' as const)
      : p >= 1 - alarm
        ? (`${side}-95` as const)
        : (`${side}-99.8` as const);
  return Object.freeze({ ...shared, proportion: events / n, p, position, reason: null });
}
