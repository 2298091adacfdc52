import { logFactorials, tableNetwork } from '@core/statistics/contingency/table-network';
import { expect, test } from 'vitest';

test('the log factorial of 10 is the log of 3628800', () => {
  expect(logFactorials(10)[10]).toBeCloseTo(Math.log(3_628_800), 14);
  expect(Array.from(logFactorials(1))).toEqual([0, 0]);
});

test('margins 2, 2 by 2, 2: bounds are the diagonal (1/2 · 1/2) and the even table (1)', () => {
  const network = tableNetwork([2, 2], [2, 2], logFactorials(4), 100);
  expect(network?.longest).toBeCloseTo(0, 14);
  expect(network?.shortest).toBeCloseTo(-2 * Math.log(2), 14);
  // 4! / (2! 2! 2! 2!) = 1/4 + 1 + 1/4.
  expect(Math.exp(network?.logTotal ?? 0)).toBeCloseTo(3 / 2, 13);
});

test('more arcs than allowed give up', () => {
  expect(tableNetwork([9, 9, 9], [9, 9, 9], logFactorials(27), 20)).toBeNull();
});
