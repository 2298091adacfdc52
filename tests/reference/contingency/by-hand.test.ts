import { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
import { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import { fisherFourfold } from '@core/statistics/contingency/fisher-fourfold';
import { fisherTable } from '@core/statistics/contingency/fisher-table';
import { expect, test } from 'vitest';

const tea = [
  [3, 1],
  [1, 3],
] as const;

test('the lady tasting tea: 1 + 16 of 70 ways on each side', () => {
  expect(fisherFourfold(tea).p).toBeCloseTo(34 / 70, 14);
  expect(fisherFourfold(tea, 'greater').p).toBeCloseTo(17 / 70, 14);
  expect(fisherFourfold(tea, 'less').p).toBeCloseTo(69 / 70, 14);
  expect(fisherTable(tea).p).toBeCloseTo(34 / 70, 14);
});

test('the conditional odds ratio makes the expected corner the one seen', () => {
  // weights 1, 16ω, 36ω², 16ω³, ω⁴; mean 3 gives 3 + 32ω + 36ω² = ω⁴, a root near 6.408.
  const odds = fisherFourfold(tea).estimate ?? 0;
  expect((3 + 32 * odds + 36 * odds ** 2) / odds ** 4).toBeCloseTo(1, 12);
});

test('the limit of a corner without subjects is where the empty corner has probability 1/40', () => {
  // [[0, 1], [1, 0]]: P(0) = 1 / (1 + ω) = 1/40, so ω = 39.
  const result = fisherFourfold([
    [0, 1],
    [1, 0],
  ]);
  expect(result.estimate).toBe(0);
  expect(result.interval?.lower).toBe(0);
  expect(result.interval?.upper).toBeCloseTo(39, 11);
});

test('a margin without subjects leaves the odds ratio open', () => {
  const result = fisherFourfold([
    [3, 0],
    [5, 0],
  ]);
  expect(result).toMatchObject({ estimate: null, interval: null, p: 1, reason: 'empty-margin' });
});

test('three rows of one subject each: the diagonal is one of 6 equal tables', () => {
  const result = fisherTable([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(result.p).toBeCloseTo(1, 14);
});

test('2, 0 / 0, 2 / 0, 2: of 15 tables only the three with both in one row are as rare', () => {
  // Column 1 holds 2 of 6 subjects: both in one row 3 ways, in two rows 3 · 4 = 12 ways.
  const result = fisherTable([
    [2, 0],
    [0, 2],
    [0, 2],
  ]);
  expect(result.p).toBeCloseTo(3 / 15, 14);
});

test('too many tables are refused with a reason instead of a frozen page', () => {
  const row = [20, 21, 19, 22, 18];
  const result = fisherTable([row, [...row].reverse(), row, row, row], 10_000);
  expect(result).toMatchObject({ p: null, reason: 'too-large', n: 500 });
});

test('chi-squared of 3, 1 / 1, 3 is four times 1/2, with correction four times 1/8', () => {
  expect(chiSquaredTest(tea).statistic).toBeCloseTo(2, 14);
  expect(chiSquaredTest(tea, true).statistic).toBeCloseTo(1 / 2, 14);
  expect(chiSquaredTest(tea)).toMatchObject({ degreesOfFreedom: 1, smallExpected: true, cramersV: 0.5 });
});

test('a column without subjects has no chi-squared', () => {
  const result = chiSquaredTest([
    [3, 0],
    [5, 0],
  ]);
  expect(result).toMatchObject({ statistic: null, p: null, reason: 'empty-margin' });
});

test('the correction is for 2 x 2 only', () => {
  const counts = [
    [3, 1, 2],
    [1, 3, 2],
  ];
  expect(chiSquaredTest(counts, true)).toEqual(chiSquaredTest(counts));
});

test('the trend of 1, 2, 3 of 4 is 2 over the root of 1/4 times 8', () => {
  expect(cochranArmitage([1, 2, 3], [4, 4, 4]).z).toBeCloseTo(Math.SQRT2, 14);
  expect(cochranArmitage([3, 2, 1], [4, 4, 4]).z).toBeCloseTo(-Math.SQRT2, 14);
});

test('a trend that is undefined says why', () => {
  expect(cochranArmitage([], []).reason).toBe('no-subjects');
  expect(cochranArmitage([0, 0], [3, 4]).reason).toBe('all-or-none');
  expect(cochranArmitage([1, 0], [3, 0]).reason).toBe('one-score');
});

test('what is not a table is a mistake of the caller', () => {
  expect(() => chiSquaredTest([[1, 2]])).toThrow(RangeError);
  expect(() => chiSquaredTest([[1, 2], [1]])).toThrow(RangeError);
  expect(() =>
    fisherFourfold([
      [1, 0.5],
      [1, 2],
    ]),
  ).toThrow(RangeError);
  expect(() => cochranArmitage([5], [4])).toThrow(RangeError);
});
