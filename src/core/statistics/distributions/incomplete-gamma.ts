import { devianceTerm, stirlingError } from './log-gamma';

const LARGEST_TERMS = 100_000;

/** x^a e^-x / Γ(a + 1), by the saddle point so that large arguments lose no digits. */
function leadingTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < LARGEST_TERMS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return leadingTerm(a, x) * sum;
}

/** Modified Lentz evaluation of the continued fraction of Γ(a, x). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < LARGEST_TERMS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return leadingTerm(a, x) * a * value;
}

function check(a: number, x: number): void {
  if (!(a > 0) || !(x >= 0)) throw new RangeError('incomplete gamma: shape must be > 0 and argument >= 0');
}

/**
 * Regularised lower incomplete gamma function P(a, x), for a > 0, x ≥ 0; in [0, 1].
 *
 * @throws RangeError out of the domain
 * @see Abramowitz & Stegun 1964, 6.5.29 (series) and 6.5.31 (continued fraction)
 */
export function lowerIncompleteGamma(a: number, x: number): number {
  check(a, x);
  if (x === 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), computed as an upper tail: relative
 * accuracy holds down to the smallest double.
 *
 * @throws RangeError out of the domain
 */
export function upperIncompleteGamma(a: number, x: number): number {
  check(a, x);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}
