import { gammaQuantile } from './gamma';
import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma';

/**
 * Upper tail P(X > x) of the chi-squared distribution: the p-value of a test statistic, accurate down to 1e-300.
 *
 * @param x  the statistic, ≥ 0 (negative counts as 0)
 * @param degreesOfFreedom  > 0, not necessarily whole
 * @throws RangeError if the degrees of freedom are not positive
 * @see Abramowitz & Stegun 1964, 26.4.19
 * @example
 * chiSquaredUpperTail(3.841458820694124, 1) // 0.05
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  return upperIncompleteGamma(degreesOfFreedom / 2, Math.max(0, x) / 2);
}

/** Distribution function P(X ≤ x) of the chi-squared distribution. */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  return lowerIncompleteGamma(degreesOfFreedom / 2, Math.max(0, x) / 2);
}

/**
 * The x with P(X ≤ x) = p, for p in [0, 1]; infinite at 1.
 *
 * @throws RangeError if p is not in [0, 1] or the degrees of freedom are not positive
 */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be in [0, 1]: ${p}`);
  return 2 * gammaQuantile(p, degreesOfFreedom / 2);
}
