import { incompleteBeta } from './incomplete-beta';
import { invertMonotone } from './invert-monotone';

/**
 * P(|T| > |t|) of Student's t distribution: a two-sided p-value, accurate as a tail.
 *
 * @throws RangeError if the degrees of freedom are not positive
 * @see Abramowitz & Stegun 1964, 26.7.1
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  const sum = degreesOfFreedom + square;
  return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, square / sum);
}

/** Upper tail P(T > t) of Student's t distribution. */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const half = 0.5 * studentTwoSided(t, degreesOfFreedom);
  return t >= 0 ? half : 1 - half;
}

/**
 * The t with P(T ≤ t) = p, for p in [0, 1]; infinite at the ends.
 *
 * @throws RangeError if p is not in [0, 1]
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability must be in [0, 1]: ${p}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(p, degreesOfFreedom);
  return upperQuantile(1 - p, degreesOfFreedom);
}

function upperQuantile(tail: number, degreesOfFreedom: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const increasing = (logT: number) => -Math.log(studentUpperTail(Math.exp(logT), degreesOfFreedom));
  return Math.exp(invertMonotone(increasing, -Math.log(tail), -300, 300));
}
