import { quantiles } from '@core/statistics/descriptive/quantile';
import { expect, test } from 'vitest';

test('the examples of the documentation', () => {
  expect(quantiles([1, 2, 3, 4], [0.25], 2)[0]?.estimate).toBe(1.5);
  expect(quantiles([1, 2, 3, 4], [0.25], 7)[0]?.estimate).toBe(1.75);
});

test('results are frozen and the input is left as it is', () => {
  const values = Object.freeze([3, 1, 2]);
  const result = quantiles(values, [0.5]);
  expect(Object.isFrozen(result)).toBe(true);
  expect(Object.isFrozen(result[0])).toBe(true);
  expect(values).toEqual([3, 1, 2]);
});

test('typed arrays are not sorted in place', () => {
  const values = Float64Array.of(3, 1, 2);
  quantiles(values, [0.5]);
  expect(Array.from(values)).toEqual([3, 1, 2]);
});
