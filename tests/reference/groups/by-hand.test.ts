import { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
import { midranks } from '@core/statistics/groups/midranks';
import { oneWayAnova } from '@core/statistics/groups/one-way-anova';
import { pairwiseDifferences } from '@core/statistics/groups/pairwise-differences';
import { welchT } from '@core/statistics/groups/welch-t';
import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
import { expect, test } from 'vitest';

test('ties share the mean of their ranks', () => {
  expect(Array.from(midranks([3, 1, 3, 2]).ranks)).toEqual([3.5, 1, 3.5, 2]);
  expect(midranks([3, 1, 3, 3]).tieTerm).toBe(24);
});

test('two values all below two others: U 0, and 2 of the 6 subsets are as extreme', () => {
  const result = wilcoxonRankSum([1, 2], [3, 4]);
  expect(result).toMatchObject({
    statistic: 0,
    method: 'exact',
    ties: false,
    probabilityHigher: 0,
    n: [2, 2],
  });
  expect(result.p).toBeCloseTo(2 / 6, 15);
});

test('the shift is the median of the differences -3, -2, -2, -1', () => {
  expect(wilcoxonRankSum([1, 2], [3, 4]).shift?.estimate).toBe(-2);
});

test('one tie across the groups counts half', () => {
  // Pairs of (1, 2) against (2, 5): only 2 = 2 counts, half. Midranks 1, 2.5, 2.5, 4.
  const result = wilcoxonRankSum([1, 2], [2, 5], { method: 'exact' });
  expect(result.statistic).toBe(0.5);
  // Rank sums of the 6 subsets: 3.5, 3.5, 5, 5, 6.5, 6.5 around 5: four are 1.5 away.
  expect(result.p).toBeCloseTo(4 / 6, 15);
});

test('the normal approximation of 1, 2 against 3, 4: (2 - 1/2) over the root of 4 · 5 / 12', () => {
  const result = wilcoxonRankSum([1, 2], [3, 4], { method: 'normal' });
  // P(|Z| > 1.5 / √(5/3) = 1.16190) = 0.24528
  expect(result.p).toBeCloseTo(0.245278, 6);
});

test('a rank sum test that is undefined says why', () => {
  expect(wilcoxonRankSum([], [1])).toMatchObject({ statistic: null, p: null, reason: 'empty-group' });
  expect(wilcoxonRankSum([2, 2], [2])).toMatchObject({ statistic: 1, p: null, reason: 'all-equal' });
  const many = Array.from({ length: 900 }, (_, i) => i);
  expect(wilcoxonRankSum(many, many, { method: 'exact' }).reason).toBe('too-large-for-exact');
});

test('differences by rank are the same listed and by bisection', () => {
  const x = Array.from({ length: 1700 }, (_, i) => Math.round(1000 * Math.sin(i)) / 8);
  const y = Array.from({ length: 1300 }, (_, i) => Math.round(1000 * Math.cos(3 * i)) / 8);
  const differences = pairwiseDifferences(x, y);
  const listed = new Float64Array(x.flatMap((a) => y.map((b) => a - b))).sort();
  for (const rank of [1, 2, 100_000, listed.length / 2, listed.length]) {
    expect(differences.at(rank)).toBe(listed[rank - 1]);
  }
});

test('Kruskal-Wallis of 1, 2 / 3, 4: 12/20 · (4/2 + 4/2) = 12/5', () => {
  expect(
    kruskalWallis([
      [1, 2],
      [3, 4],
    ]).statistic,
  ).toBeCloseTo(12 / 5, 14);
  expect(kruskalWallis([[1, 2], [], [3, 4]]).degreesOfFreedom).toBe(1);
});

test('Kruskal-Wallis that is undefined says why', () => {
  expect(kruskalWallis([[1, 2], []]).reason).toBe('too-few-groups');
  expect(kruskalWallis([[1, 1], [1]]).reason).toBe('all-equal');
});

test('Welch: means 2 and 4, variances 1 and 4, t = -2 / √(5/3), df (5/3)² / (1/18 + 16/18)', () => {
  const result = welchT([1, 2, 3], [2, 4, 6]);
  expect(result.estimate).toBe(-2);
  expect(result.statistic).toBeCloseTo(-2 / Math.sqrt(5 / 3), 14);
  expect(result.degreesOfFreedom).toBeCloseTo(25 / 9 / (17 / 18), 13);
});

test('Welch that is undefined says why', () => {
  expect(welchT([1], [2, 3]).reason).toBe('too-few-values');
  expect(welchT([1, 1], [2, 2])).toMatchObject({ estimate: -1, p: null, reason: 'no-variance' });
});

test('ANOVA of 1, 2, 3 and 3, 4, 5: between 6, within 4 on 4, F 6', () => {
  expect(
    oneWayAnova([
      [1, 2, 3],
      [3, 4, 5],
    ]),
  ).toMatchObject({
    statistic: 6,
    numeratorDf: 1,
    denominatorDf: 4,
    sumOfSquaresBetween: 6,
    sumOfSquaresWithin: 4,
  });
});

test('ANOVA that is undefined says why', () => {
  expect(oneWayAnova([[1, 2]]).reason).toBe('too-few-groups');
  expect(oneWayAnova([[1], [2]]).reason).toBe('too-few-values');
  expect(
    oneWayAnova([
      [1, 1],
      [2, 2],
    ]).reason,
  ).toBe('no-variance');
  expect(oneWayAnova([[1], [2, 3]], false).reason).toBe('too-few-values');
});

test('missing values are counted in every test', () => {
  const first = [1, Number.NaN, 2];
  expect(wilcoxonRankSum(first, [3])).toMatchObject({ n: [2, 1], missing: 1 });
  expect(welchT(first, [3, 4])).toMatchObject({ n: [2, 2], missing: 1 });
  expect(kruskalWallis([first, [3]])).toMatchObject({ n: [2, 1], missing: 1 });
  expect(oneWayAnova([first, [3]])).toMatchObject({ n: [2, 1], missing: 1 });
});
