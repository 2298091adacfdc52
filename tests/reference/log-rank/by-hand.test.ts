import { logRank } from '@core/statistics/survival/log-rank';
import { expect, test } from 'vitest';

// Group 0 dies at 1 and 3, group 1 at 2 and 4.
const input = { time: [1, 3, 2, 4], event: [1, 1, 1, 1] };
const group = { index: [0, 0, 1, 1], count: 2 };

test('observed, expected and variance of four subjects, written out', () => {
  const result = logRank(input, group);
  // At risk in group 0 of all: 2/4, 1/3, 1/2, 0/1.
  expect(result.expected[0]).toBeCloseTo(2 / 4 + 1 / 3 + 1 / 2, 14);
  const variance = 1 / 4 + 2 / 9 + 1 / 4;
  expect(result.variance[0]?.[0]).toBeCloseTo(variance, 14);
  expect(result.variance[0]?.[1]).toBeCloseTo(-variance, 14);
  expect(result.statistic).toBeCloseTo((2 - 4 / 3) ** 2 / variance, 14);
  expect([result.degreesOfFreedom, result.n, result.observed]).toEqual([1, 4, [2, 2]]);
});

test('with rho one an event counts as much as survival just before it', () => {
  const result = logRank(input, group, { weighting: { family: 'fleming-harrington', rho: 1, gamma: 0 } });
  expect(result.observed[0]).toBeCloseTo(1 + 1 / 2, 14);
  expect(result.expected[0]).toBeCloseTo(2 / 4 + (3 / 4) * (1 / 3) + (1 / 2) * (1 / 2), 14);
});

test('a count of two is two subjects', () => {
  const counted = logRank(
    { time: [1, 2, 3], event: [1, 1, 0], weight: [2, 1, 2] },
    { index: [0, 1, 1], count: 2 },
  );
  const written = logRank(
    { time: [1, 1, 2, 3, 3], event: [1, 1, 1, 0, 0] },
    { index: [0, 0, 1, 1, 1], count: 2 },
  );
  expect(counted.statistic).toBeCloseTo(written.statistic, 14);
  expect(counted.groupSizes).toEqual([2, 3]);
});

test('without an event, and without a second group, there is no p-value', () => {
  expect(logRank({ time: [1, 2], event: [0, 0] }, { index: [0, 1], count: 2 })).toMatchObject({
    pValue: null,
    reason: 'no-events',
  });
  expect(logRank({ time: [1, 2], event: [1, 1] }, { index: [0, 0], count: 2 })).toMatchObject({
    pValue: null,
    reason: 'no-comparison',
  });
});

test('a subject without a group is left out and counted', () => {
  expect(logRank({ time: [1, 2, 3], event: [1, 1, 1] }, { index: [0, 1, -1], count: 2 })).toMatchObject({
    n: 2,
    excluded: 1,
  });
});
