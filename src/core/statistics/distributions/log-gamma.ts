const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Coefficients B(2k) / (2k (2k - 1)) of Stirling's series. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

function stirlingSeries(a: number): number {
  const inverseSquare = 1 / (a * a);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverseSquare + (STIRLING[k] ?? 0);
  return sum / a;
}

/**
 * Natural logarithm of the gamma function, for a > 0.
 *
 * Arguments below 12 are shifted up by the recurrence before Stirling's series is used.
 * Out of the domain: `NaN` (a programmer's mistake that the callers in this folder exclude).
 *
 * @see Abramowitz & Stegun 1964, 6.1.15 and 6.1.40
 */
export function logGamma(a: number): number {
  if (!(a > 0)) return Number.NaN;
  if (a === 1 || a === 2) return 0;
  let shifted = a;
  let product = 1;
  while (shifted < 12) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingSeries(shifted) -
    Math.log(product)
  );
}

/**
 * The error of Stirling's formula: log Γ(a + 1) - [(a + 1/2) log a - a + log(2π)/2], for a > 0.
 *
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 */
export function stirlingError(a: number): number {
  if (a >= 12) return stirlingSeries(a);
  return logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
}

/** x log(x / m) + m - x without cancellation near x = m; for x ≥ 0, m > 0. */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m;
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
