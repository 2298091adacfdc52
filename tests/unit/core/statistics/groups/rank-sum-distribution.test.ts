import {
  lowerTailTo,
  rankSumDistribution,
  upperTailFrom,
} from '@core/statistics/groups/rank-sum-distribution';
import { expect, test } from 'vitest';

test('two of four ranks: U is 0, 1, 2, 2, 3, 4', () => {
  const distribution = rankSumDistribution([1, 2, 3, 4], 2);
  expect(Array.from(distribution?.counts ?? [])).toEqual([1, 0, 1, 0, 2, 0, 1, 0, 1]);
  expect(distribution?.total).toBe(6);
});

test('the larger group has the mirrored distribution', () => {
  const ranks = [1, 2.5, 2.5, 4, 5];
  const two = rankSumDistribution(ranks, 2);
  const three = rankSumDistribution(ranks, 3);
  expect(Array.from(three?.counts ?? []).reverse()).toEqual(Array.from(two?.counts ?? []));
});

test('tails add up to one and keep their digits', () => {
  const ranks = Array.from({ length: 80 }, (_, i) => i + 1);
  const distribution = rankSumDistribution(ranks, 40);
  if (distribution === null) throw new Error('80 subjects are few enough');
  expect(lowerTailTo(distribution, 1000) + upperTailFrom(distribution, 1001)).toBeCloseTo(1, 14);
  // One subset of C(80, 40).
  expect(lowerTailTo(distribution, 0) * 1.0750720873333618e23).toBeCloseTo(1, 13);
});

test('too many subjects are refused', () => {
  expect(
    rankSumDistribution(
      new Float64Array(4000).map((_, i) => i + 1),
      2000,
    ),
  ).toBeNull();
});
