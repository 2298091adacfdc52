import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma';
import { invertMonotone } from './invert-monotone';

/**
 * Quantile of the gamma distribution with unit scale: the x with P(shape, x) = p. Exact limits of a Poisson
 * rate are such quantiles.
 *
 * @throws RangeError if p is not in [0, 1] or the shape is not positive
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be in [0, 1]: ${p}`);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const lower = p <= 0.5;
  const increasing = lower
    ? (logX: number) => Math.log(lowerIncompleteGamma(shape, Math.exp(logX)))
    : (logX: number) => -Math.log(upperIncompleteGamma(shape, Math.exp(logX)));
  return Math.exp(invertMonotone(increasing, lower ? Math.log(p) : -Math.log1p(-p), -700, 700));
}
