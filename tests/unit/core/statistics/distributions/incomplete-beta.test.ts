import { betaQuantile } from '@core/statistics/distributions/beta';
import { incompleteBeta } from '@core/statistics/distributions/incomplete-beta';
import { expect, test } from 'vitest';

// Values of R 4.2 (pbeta, qbeta).
test.each([
  [4, 4_999_997, 1.5e-6, 0.94085467141683188],
  [0.5, 3e5, 2e-6, 0.72667836168148736],
  [650_000, 655_000, 0.49, 1.7177163959500108e-76],
])('shapes %d and %d at %d keep their digits', (a, b, x, expected) => {
  expect(Math.abs(incompleteBeta(a, b, x) / expected - 1)).toBeLessThan(1e-12);
});

test('the tail beside a far-apart pair of shapes keeps its digits', () => {
  expect(Math.abs(incompleteBeta(4_999_997, 4, 1 - 1.5e-6, 1.5e-6) / 0.059145328583168101 - 1)).toBeLessThan(
    1e-12,
  );
  expect(Math.abs(betaQuantile(0.95, 4, 4_999_997) / 1.5507305684222834e-6 - 1)).toBeLessThan(1e-13);
});

test('one shape of 1 is a power', () => {
  expect(incompleteBeta(3, 1, 0.5)).toBeCloseTo(1 / 8, 15);
  expect(incompleteBeta(1, 3, 0.5)).toBeCloseTo(7 / 8, 15);
});
