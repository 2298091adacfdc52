import { clopperPearson } from '@core/statistics/proportions/clopper-pearson';
import { differenceOfProportions } from '@core/statistics/proportions/difference-of-proportions';
import { exactPoisson } from '@core/statistics/proportions/exact-poisson';
import { wilson } from '@core/statistics/proportions/wilson';
import { expect, test } from 'vitest';

test('none of ten: the upper limit p solves (1 - p)^10 = 1/40', () => {
  const { estimate, interval } = clopperPearson(0, 10);
  expect(estimate).toBe(0);
  expect(interval).toMatchObject({ lower: 0, level: 0.95, method: 'clopper-pearson' });
  expect(interval?.upper).toBeCloseTo(1 - (1 / 40) ** (1 / 10), 14);
});

test('all of ten mirror none of ten', () => {
  expect(clopperPearson(10, 10).interval?.upper).toBe(1);
  expect(clopperPearson(10, 10).interval?.lower).toBeCloseTo((1 / 40) ** (1 / 10), 14);
});

test('one of two: the limits solve p² = 39/40 and (1 - p)² = 39/40', () => {
  const { interval } = clopperPearson(1, 2);
  expect(interval?.upper).toBeCloseTo(Math.sqrt(39 / 40), 14);
  expect(interval?.lower).toBeCloseTo(1 - Math.sqrt(39 / 40), 14);
});

test('Wilson of none in n ends at z² / (n + z²)', () => {
  const square = 1.959963984540054 ** 2;
  expect(wilson(0, 10).interval?.lower).toBe(0);
  expect(wilson(0, 10).interval?.upper).toBeCloseTo(square / (10 + square), 14);
});

test('Wilson of one half is 1/2 ± z / (2 √(n + z²))', () => {
  const z = 1.959963984540054;
  const half = z / 2 / Math.sqrt(10 + z * z);
  expect(wilson(5, 10).interval?.lower).toBeCloseTo(1 / 2 - half, 14);
  expect(wilson(5, 10).interval?.upper).toBeCloseTo(1 / 2 + half, 14);
});

test('no event in ten years: the upper limit solves exp(-10 r) = 1/40', () => {
  expect(exactPoisson(0, 10).interval?.lower).toBe(0);
  expect(exactPoisson(0, 10).interval?.upper).toBeCloseTo(Math.log(40) / 10, 14);
  // Asked again: of another time, and at another level.
  expect(exactPoisson(0, 5).interval?.upper).toBeCloseTo(Math.log(40) / 5, 14);
  expect(exactPoisson(0, 10, 0.9).interval?.upper).toBeCloseTo(Math.log(20) / 10, 14);
});

test('one event: the lower limit solves 1 - exp(-T r) = 1/40', () => {
  expect(exactPoisson(1, 4).estimate).toBe(1 / 4);
  expect(exactPoisson(1, 4).interval?.lower).toBeCloseTo(-Math.log(39 / 40) / 4, 14);
});

test('a difference of equal proportions in equal groups is centred on 0', () => {
  const { estimate, interval } = differenceOfProportions(5, 10, 5, 10);
  expect(estimate).toBe(0);
  expect((interval?.lower ?? 1) + (interval?.upper ?? 1)).toBeCloseTo(0, 14);
  expect(interval?.upper).toBeGreaterThan(0);
});

test('without subjects or time nothing is estimated, and the reason is said', () => {
  expect(clopperPearson(0, 0)).toMatchObject({ estimate: null, interval: null, reason: 'no-subjects' });
  expect(wilson(0, 0)).toMatchObject({ estimate: null, interval: null, reason: 'no-subjects' });
  expect(exactPoisson(0, 0)).toMatchObject({ estimate: null, interval: null, reason: 'no-time' });
  expect(differenceOfProportions(0, 0, 1, 2)).toMatchObject({ estimate: null, reason: 'no-subjects' });
});

test('more events than subjects, parts of events and impossible levels are mistakes of the caller', () => {
  expect(() => clopperPearson(3, 2)).toThrow(RangeError);
  expect(() => wilson(0.5, 2)).toThrow(RangeError);
  expect(() => wilson(1, 2, 95)).toThrow('invalid level; not in (0, 1): 95');
  expect(() => exactPoisson(-1, 2)).toThrow(RangeError);
});
