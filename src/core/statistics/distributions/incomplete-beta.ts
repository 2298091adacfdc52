import { devianceTerm, logGamma, stirlingError } from './log-gamma';

const LARGEST_TERMS = 100_000;

/** x^a y^b / B(a, b) with y = 1 - x, by the saddle point, which loses no digits to large log gammas. */
function kernel(a: number, b: number, x: number, y: number): number {
  if (a < 1e-6 || b < 1e-6) {
    const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta);
  }
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/**
 * Even part of the continued fraction, for x ≤ a / (a + b) or little more. With λ = a - (a + b) x every partial
 * denominator is a sum of terms of one sign, so nothing cancels when x is close to 1 and the shapes are far apart.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  const tiny = 1e-300;
  let denominator = (1 + lambda) / (a + 1);
  let c = denominator;
  let d = 0;
  let value = 1 / denominator;
  for (let m = 1; m < LARGEST_TERMS; m++) {
    const before = ((a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1));
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = a * (2 * m + 1 + lambda) + m * (3 * m + 2 + lambda) + m * (a + m) * y;
    denominator = even + odd / ((a + 2 * m) * (a + 2 * m + 1));
    const numerator = before * even;
    d = denominator + numerator * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = denominator + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = c * d;
    value /= factor;
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
  if (x < (a + 1) / (a + b + 2)) return (kernel(a, b, x, y) * fraction(a, b, x, y)) / a;
  return 1 - (kernel(a, b, x, y) * fraction(b, a, y, x)) / b;
}
