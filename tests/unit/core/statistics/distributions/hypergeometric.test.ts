import {
  hypergeometricCdf,
  hypergeometricMean,
  hypergeometricUpperTail,
  hypergeometricWeights,
} from '@core/statistics/distributions/hypergeometric';
import { expect, test } from 'vitest';

test('four draws from four white and four black: weights 1, 16, 36, 16, 1 of 70', () => {
  const { lowest, weights } = hypergeometricWeights({ white: 4, black: 4, drawn: 4 });
  expect(lowest).toBe(0);
  expect(Array.from(weights, (weight) => Math.round(weight * 36))).toEqual([1, 16, 36, 16, 1]);
});

test('the support ends where balls run out', () => {
  const { lowest, weights } = hypergeometricWeights({ white: 5, black: 1, drawn: 4 });
  expect(lowest).toBe(3);
  expect(weights).toHaveLength(2);
});

test('tails are those of R, small ones with all their digits', () => {
  const margins = { white: 50, black: 70, drawn: 60 };
  expect(Math.abs(hypergeometricUpperTail(40, margins) / 1.8995623226809892e-8 - 1)).toBeLessThan(1e-12);
  expect(hypergeometricUpperTail(20, margins) + hypergeometricCdf(19, margins)).toBeCloseTo(1, 14);
  expect(hypergeometricUpperTail(51, margins)).toBe(0);
  expect(hypergeometricCdf(50, margins)).toBe(1);
});

test('a tail of 1e-217 keeps its digits', () => {
  const margins = { white: 1000, black: 5000, drawn: 1200 };
  expect(Math.abs(hypergeometricUpperTail(600, margins) / 5.0401545977105483e-217 - 1)).toBeLessThan(1e-12);
  expect(Math.abs(hypergeometricCdf(130, margins) / 1.8255273787588659e-10 - 1)).toBeLessThan(1e-12);
});

test('the mean is drawn · white / all, and rises with the odds', () => {
  const margins = { white: 50, black: 70, drawn: 60 };
  expect(hypergeometricMean(margins)).toBeCloseTo((60 * 50) / 120, 12);
  expect(hypergeometricMean(margins, 3)).toBeGreaterThan(hypergeometricMean(margins, 2));
});

test('odds that leave one value only', () => {
  expect(hypergeometricMean({ white: 3, black: 3, drawn: 3 }, 1e300)).toBeCloseTo(3, 12);
  expect(hypergeometricMean({ white: 3, black: 3, drawn: 3 }, 1e-300)).toBeCloseTo(0, 12);
});
