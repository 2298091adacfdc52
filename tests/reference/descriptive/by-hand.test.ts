import { quantiles } from '@core/statistics/descriptive/quantile';
import { sampleSummary } from '@core/statistics/descriptive/sample-summary';
import { standardisedLevelDifference } from '@core/statistics/descriptive/standardised-level-difference';
import {
  standardisedBinaryDifference,
  standardisedMeanDifference,
} from '@core/statistics/descriptive/standardised-mean-difference';
import { expect, test } from 'vitest';

const estimates = (values: readonly number[], probs: readonly number[], type: 2 | 7) =>
  quantiles(values, probs, type).map((q) => q.estimate);

test('type 2 averages where the distribution function is flat, type 7 interpolates', () => {
  // n p = 4 · 1/4 = 1 is whole: (x1 + x2) / 2. Type 7: position 1 + 3/4, so 1/4 · 1 + 3/4 · 2.
  expect(estimates([4, 2, 1, 3], [0.25], 2)).toEqual([3 / 2]);
  expect(estimates([4, 2, 1, 3], [0.25], 7)).toEqual([7 / 4]);
  // n p = 5 · 1/4 = 5/4: the second value. Type 7: position 1 + 4/4 = 2.
  expect(estimates([5, 4, 2, 1, 3], [0.25], 2)).toEqual([2]);
  expect(estimates([5, 4, 2, 1, 3], [0.25], 7)).toEqual([2]);
});

test('no value gives no quantile and says why', () => {
  expect(quantiles([], [0.5])[0]).toEqual({
    estimate: null,
    probability: 0.5,
    n: 0,
    missing: 0,
    method: 'type-7',
    reason: 'no-values',
  });
  expect(quantiles([Number.NaN], [0.5])[0]).toMatchObject({ estimate: null, n: 0, missing: 1 });
});

test('one value is every quantile', () => {
  expect(estimates([3], [0, 0.5, 1], 2)).toEqual([3, 3, 3]);
  expect(estimates([3], [0, 0.5, 1], 7)).toEqual([3, 3, 3]);
});

test('a summary of 2, 4, 9 has mean 15/3 and variance (9 + 1 + 16)/2', () => {
  expect(sampleSummary([9, 2, 4])).toMatchObject({
    n: 3,
    mean: 5,
    standardDeviation: Math.sqrt(13),
    median: 4,
    lowerQuartile: 3,
    upperQuartile: 13 / 2,
    minimum: 2,
    maximum: 9,
    reason: null,
  });
});

test('a summary without a spread says so', () => {
  expect(sampleSummary([4])).toMatchObject({ mean: 4, standardDeviation: null, reason: 'one-value' });
  expect(sampleSummary([])).toMatchObject({ mean: null, median: null, reason: 'no-values' });
});

test('means 2 and 3 with variances 1 and 1 are one standard deviation apart', () => {
  expect(standardisedMeanDifference({ values: [1, 2, 3] }, { values: [2, 3, 4] }).estimate).toBe(1);
});

test('half against a quarter: -1/4 over the root of (1/4 + 3/16) / 2 = 7/32', () => {
  const result = standardisedBinaryDifference({ values: [0, 1, 0, 1] }, { values: [0, 0, 0, 1] });
  expect(result.estimate).toBeCloseTo(-1 / 4 / Math.sqrt(7 / 32), 15);
});

test('two levels give the size of the binary difference', () => {
  const levels = standardisedLevelDifference([2, 2], [3, 1]);
  expect(levels.estimate).toBeCloseTo(1 / 4 / Math.sqrt(7 / 32), 15);
});

test('a difference that is undefined says why', () => {
  expect(standardisedMeanDifference({ values: [] }, { values: [1] }).reason).toBe('empty-group');
  expect(standardisedMeanDifference({ values: [1, 1] }, { values: [2, 2] }).reason).toBe('no-variance');
  expect(standardisedLevelDifference([0, 0], [1, 2]).reason).toBe('empty-group');
  expect(standardisedLevelDifference([5, 0], [3, 0]).reason).toBe('no-variance');
});

test('missing values are counted, not averaged', () => {
  const result = standardisedMeanDifference({ values: [1, Number.NaN, 3] }, { values: [2, 4] });
  expect(result).toMatchObject({ n: [2, 2], missing: 1 });
  expect(result.estimate).toBeCloseTo(1 / Math.sqrt(2), 15);
});

test('an impossible probability or weight is a mistake of the caller', () => {
  expect(() => quantiles([1], [1.1])).toThrow(RangeError);
  expect(() => standardisedMeanDifference({ values: [1], weights: [-1] }, { values: [1] })).toThrow(
    RangeError,
  );
});
