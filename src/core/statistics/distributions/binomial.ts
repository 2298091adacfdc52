import { incompleteBeta } from './incomplete-beta';

/** P(X ≤ k) of the binomial distribution with n trials, computed as a lower tail. */
export function binomialCdf(k: number, n: number, probability: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  const whole = Math.floor(k);
  return incompleteBeta(n - whole, whole + 1, 1 - probability, probability);
}

/** P(X ≥ k) of the binomial distribution with n trials, computed as an upper tail. */
export function binomialUpperTail(k: number, n: number, probability: number): number {
  const whole = Math.ceil(k);
  if (whole <= 0) return 1;
  if (whole > n) return 0;
  return incompleteBeta(whole, n - whole + 1, probability, 1 - probability);
}
