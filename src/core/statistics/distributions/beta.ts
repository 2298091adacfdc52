import { incompleteBeta } from './incomplete-beta';
import { invertMonotone } from './invert-monotone';

/**
 * Quantile of the beta distribution: the x in [0, 1] with I_x(a, b) = p.
 *
 * The exact (Clopper-Pearson) limits of a binomial proportion are such quantiles.
 *
 * @throws RangeError if p is not in [0, 1] or a shape is not positive
 * @example
 * betaQuantile(0.5, 1, 1) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be in [0, 1]: ${p}`);
  if (!(a > 0) || !(b > 0)) throw new RangeError('beta quantile: shapes must be > 0');
  if (p === 0) return 0;
  if (p === 1) return 1;
  // On the logit scale both ends keep their relative accuracy.
  const lower = p <= 0.5;
  const increasing = (logit: number): number => {
    const x = 1 / (1 + Math.exp(-logit));
    const y = 1 / (1 + Math.exp(logit));
    return lower ? Math.log(incompleteBeta(a, b, x, y)) : -Math.log(incompleteBeta(b, a, y, x));
  };
  const logit = invertMonotone(increasing, lower ? Math.log(p) : -Math.log1p(-p), -700, 700);
  return 1 / (1 + Math.exp(-logit));
}
