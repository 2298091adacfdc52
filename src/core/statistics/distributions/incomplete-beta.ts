import { devianceTerm, logGamma, stirlingError } from './log-gamma';

const LARGEST_TERMS = 100_000;

/** x^a y^b / B(a, b) with y = 1 - x, by the saddle point when both shapes are at least one. */
function kernel(a: number, b: number, x: number, y: number): number {
  if (a < 1 || b < 1) {
    const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta);
  }
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** Modified Lentz evaluation of the continued fraction; converges fast for x < (a + 1) / (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < LARGEST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and x in [0, 1]; in [0, 1].
 *
 * The upper tail 1 - I_x(a, b) is I_y(b, a) with y = 1 - x: give `y` as well when it is known without
 * cancellation, and small tails keep their relative accuracy on both sides.
 *
 * @throws RangeError out of the domain
 * @see Abramowitz & Stegun 1964, 26.5.8 · DLMF 8.17.22
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1)) {
    throw new RangeError('incomplete beta: shapes must be > 0 and the argument in [0, 1]');
  }
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (x < (a + 1) / (a + b + 2)) return (kernel(a, b, x, y) * fraction(a, b, x)) / a;
  return 1 - (kernel(a, b, x, y) * fraction(b, a, y)) / b;
}
