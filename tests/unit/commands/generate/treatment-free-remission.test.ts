import { Leukaemia } from '@commands/generate/leukaemia';
import { RandomSource } from '@commands/generate/random-source';
import {
  beginRegrowth,
  drawRelapseDay,
  type StopCircumstances,
  stopHazard,
} from '@commands/generate/treatment-free-remission';
import { expect, test } from 'vitest';

const longDeep: StopCircumstances = { tkiYears: 8, deepYears: 4, isE14a2: true, attemptNumber: 1 };

const relapsedBy = (days: number, circumstances: StopCircumstances, profile: 'trial' | 'observatory') => {
  const random = new RandomSource(5, 1);
  const drawn = Array.from({ length: 4000 }, () => drawRelapseDay(circumstances, profile, random));
  return drawn.filter((day) => day <= days).length / drawn.length;
};

test('short treatment relapses more often', () => {
  const short = { ...longDeep, tkiYears: 4 };
  expect(relapsedBy(365, short, 'trial')).toBeGreaterThan(relapsedBy(365, longDeep, 'trial') + 0.05);
});

test('the observatory profile relapses less and later', () => {
  expect(relapsedBy(180, longDeep, 'observatory')).toBeLessThan(relapsedBy(180, longDeep, 'trial') / 2);
});

test('the level crosses 0.1 % on the day drawn', () => {
  const leukaemia = new Leukaemia(0);
  beginRegrowth(leukaemia, 1000, 200);
  expect(leukaemia.level(1199)).toBeLessThan(0.1);
  expect(leukaemia.level(1200)).toBeCloseTo(0.1, 10);
});

test('a patient without relapse rests at the level of the stop', () => {
  const leukaemia = new Leukaemia(0.002);
  beginRegrowth(leukaemia, 1000, Number.POSITIVE_INFINITY);
  expect(leukaemia.level(4000)).toBeCloseTo(0.002, 12);
});

test('nobody stops before the first stop trials, nor without a deep response', () => {
  expect(stopHazard(longDeep, 2008)).toBe(0);
  expect(stopHazard({ ...longDeep, deepYears: 0.5 }, 2020)).toBe(0);
  expect(stopHazard(longDeep, 2020)).toBeGreaterThan(stopHazard({ ...longDeep, tkiYears: 4 }, 2020));
});
