import { benjaminiHochbergAdjusted, holmAdjusted } from '@core/statistics/survival/adjusted-p-values';
import { logRank } from '@core/statistics/survival/log-rank';
import { logRankTrend } from '@core/statistics/survival/log-rank-trend';
import { pairwiseLogRank } from '@core/statistics/survival/pairwise-log-rank';
import { petoHazardRatio } from '@core/statistics/survival/peto-hazard-ratio';
import { expect, test } from 'vitest';

test('Holm multiplies the smallest p-value by the number of tests and never falls', () => {
  expect(holmAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holmAdjusted([0.5, null, 0.9])).toEqual([1, null, 1]);
});

test('Benjamini-Hochberg divides by the rank and never exceeds the next', () => {
  expect(benjaminiHochbergAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]);
  expect(benjaminiHochbergAdjusted([])).toEqual([]);
});

const input = { time: [1, 3, 2, 4, 5, 6], event: [1, 1, 1, 1, 1, 0] };
const group = { index: [0, 0, 1, 1, 2, 2], count: 3 };

test('with two groups the trend squared is the log-rank statistic', () => {
  const two = logRank(input, { index: [0, 0, 0, 1, 1, 1], count: 2 });
  expect((logRankTrend(two).statistic ?? 0) ** 2).toBeCloseTo(two.statistic, 12);
  expect(logRankTrend(two).pValue).toBeCloseTo(two.pValue ?? -1, 12);
});

test('equal scores have no trend, and a missing score is a mistake', () => {
  const three = logRank(input, group);
  expect(logRankTrend(three, [2, 2, 2])).toMatchObject({ statistic: null, reason: 'no-comparison' });
  expect(() => logRankTrend(three, [1, 2])).toThrow(RangeError);
});

test('a pair is compared on its own subjects', () => {
  const { comparisons } = pairwiseLogRank(input, group);
  expect(comparisons.map(({ groups }) => groups)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  const own = logRank({ time: [1, 3, 5, 6], event: [1, 1, 1, 0] }, { index: [0, 0, 1, 1], count: 2 });
  expect(comparisons[1]?.statistic).toBeCloseTo(own.statistic, 14);
});

test('the hazard ratio by Peto is exp((O - E) / V)', () => {
  const two = logRank({ time: [1, 3, 2, 4], event: [1, 1, 1, 1] }, { index: [0, 0, 1, 1], count: 2 });
  // O - E = 2 - 4/3, V = 1/4 + 2/9 + 1/4.
  expect(petoHazardRatio(two).estimate).toBeCloseTo(Math.exp(2 / 3 / (13 / 18)), 12);
  expect(() => petoHazardRatio(logRank(input, group))).toThrow(RangeError);
});
