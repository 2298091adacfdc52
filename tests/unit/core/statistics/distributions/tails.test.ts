import { betaQuantile } from '@core/statistics/distributions/beta';
import { chiSquaredCdf, chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { normalQuantile, normalUpperQuantile, normalUpperTail } from '@core/statistics/distributions/normal';
import { expect, test } from 'vitest';

test('the chi-squared tail with two degrees of freedom is exp(-x/2), down to 1e-300', () => {
  for (const x of [0.5, 3, 50, 700, 1380]) {
    expect(Math.abs(chiSquaredUpperTail(x, 2) / Math.exp(-x / 2) - 1)).toBeLessThan(2e-13);
  }
});

test('both tails of a chi-squared distribution sum to one', () => {
  for (const df of [1, 2, 9, 40])
    expect(chiSquaredCdf(df, df) + chiSquaredUpperTail(df, df)).toBeCloseTo(1, 14);
});

test('the normal quantile and the normal tail undo each other', () => {
  for (const p of [1e-290, 1e-9, 0.2, 0.4999, 0.7]) {
    expect(Math.abs(normalUpperTail(normalUpperQuantile(p)) / p - 1)).toBeLessThan(2e-13);
  }
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
});

test('the beta quantile has its closed form when one shape is one', () => {
  expect(betaQuantile(0.025, 1, 20)).toBeCloseTo(1 - 0.975 ** (1 / 20), 14);
  expect(betaQuantile(0.975, 20, 1)).toBeCloseTo(0.975 ** (1 / 20), 14);
});

test('a probability out of [0, 1] and a negative shape are refused', () => {
  expect(() => normalQuantile(1.5)).toThrow(RangeError);
  expect(() => betaQuantile(-0.1, 1, 1)).toThrow(RangeError);
  expect(() => chiSquaredUpperTail(1, -1)).toThrow(RangeError);
});
