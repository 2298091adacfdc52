import { binomialCdf } from '@core/statistics/distributions/binomial';

/** Control limits for one size of unit and one level, proportions in [0, 1]. */
export interface FunnelLimit {
  readonly n: number;
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

export interface FunnelLimits {
  readonly target: number;
  readonly limits: readonly FunnelLimit[];
  readonly method: 'exact-binomial-interpolated';
}

/** The levels of a funnel plot: about two and about three standard deviations. */
export const funnelLevels = Object.freeze([0.95, 0.998] as const);

/**
 * Control limits of a funnel plot for proportions: between which a unit of n subjects is expected when its true
 * proportion is the target. Exact binomial, interpolated between neighbouring counts so that the funnel is smooth.
 *
 * @param target  the proportion all units are compared with, in [0, 1]
 * @param sizes  subjects per unit, whole numbers ≥ 1; unordered and repeated sizes are allowed
 * @returns one limit per size and level, sizes in their order, levels within; limits are cut to [0, 1]. A target of
 *   0 or 1: both limits are the target.
 * @throws RangeError if the target, a size or a level is out of its domain
 * @see Spiegelhalter 2005, doi:10.1002/sim.1970, appendix A.1 · tests/reference/funnel
 * @example
 * funnelLimits(0.5, [1], [0.5]) // lower 0, upper 1/2
 */
export function funnelLimits(
  target: number,
  sizes: ArrayLike<number>,
  levels: readonly number[] = funnelLevels,
): FunnelLimits {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`invalid target; not in [0, 1]: ${target}`);
  const limits: FunnelLimit[] = [];
  for (const level of levels) {
    if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  }
  for (let i = 0; i < sizes.length; i++) {
    const n = sizes[i] ?? Number.NaN;
    if (!Number.isInteger(n) || n < 1) throw new RangeError('funnel: sizes must be whole numbers >= 1');
    for (const level of levels) {
      const tail = (1 - level) / 2;
      limits.push(
        Object.freeze({
          n,
          level,
          lower: Math.max(0, interpolatedQuantile(tail, n, target)),
          // By symmetry: the same small tail, counted from the other end.
          upper: 1 - Math.max(0, interpolatedQuantile(tail, n, 1 - target)),
        }),
      );
    }
  }
  return Object.freeze({
    target,
    limits: Object.freeze(limits),
    method: 'exact-binomial-interpolated' as const,
  });
}

/** (r - α) / n with r the smallest count of cumulative probability ≥ p and α its excess in units of P(r). */
function interpolatedQuantile(p: number, n: number, target: number): number {
  if (target === 0 || target === 1) return target;
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, target) >= p) high = middle;
    else low = middle + 1;
  }
  const here = binomialCdf(low, n, target);
  const before = binomialCdf(low - 1, n, target);
  return (low - (here - p) / (here - before)) / n;
}
