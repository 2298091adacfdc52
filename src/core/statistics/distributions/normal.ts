import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma';

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * z * z);
}

/**
 * Upper tail P(Z > z) of the standard normal distribution, relative accuracy about 1e-14 down to 1e-300.
 *
 * `z` may be infinite. Not a number: `NaN` comes back.
 *
 * @see Abramowitz & Stegun 1964, 26.2 and 7.1: the tail is half of Q(1/2, z²/2)
 * @example
 * normalUpperTail(0) // 0.5
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const half = 0.5 * upperIncompleteGamma(0.5, 0.5 * z * z);
  return z >= 0 ? half : 1 - half;
}

/** P(|Z| > |z|), the two-sided p-value of a Wald or score statistic, as an upper tail. */
export function normalTwoSided(z: number): number {
  return Number.isNaN(z) ? Number.NaN : upperIncompleteGamma(0.5, 0.5 * z * z);
}

function tailMiss(z: number, p: number): number {
  const tail = normalUpperTail(z);
  return Math.log(tail / p) * tail;
}

/** Near the centre the mass within ±z keeps the digits that a tail near one half loses. */
function centralMiss(z: number, p: number): number {
  return 0.5 * (1 - 2 * p - Math.sign(z) * lowerIncompleteGamma(0.5, 0.5 * z * z));
}

/**
 * The z with P(Z > z) = p, for p in [0, 1]; infinite at the ends.
 *
 * Newton's method on the logarithm of the tail, from the approximation 26.2.23 of Abramowitz & Stegun.
 *
 * @throws RangeError if p is not in [0, 1]
 */
export function normalUpperQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be in [0, 1]: ${p}`);
  if (p === 0) return Number.POSITIVE_INFINITY;
  if (p === 1) return Number.NEGATIVE_INFINITY;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalUpperQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 20; step++) {
    const change = (p > 0.3 ? centralMiss(z, p) : tailMiss(z, p)) / normalDensity(z);
    z += change;
    if (Math.abs(change) <= 4e-16 * Math.abs(z)) break;
  }
  return z;
}

/**
 * The z with P(Z ≤ z) = p, for p in [0, 1]; infinite at the ends.
 *
 * @throws RangeError if p is not in [0, 1]
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const z = normalUpperQuantile(p);
  return z === 0 ? 0 : -z;
}
