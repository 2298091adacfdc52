import { measure } from '@commands/generate/assay';
import type { Laboratory } from '@commands/generate/centres';
import { RandomSource } from '@commands/generate/random-source';
import { expect, test } from 'vitest';

const laboratory: Laboratory = {
  number: 1,
  controlGene: 'ABL1',
  method: 'RT-qPCR',
  medianCopies: 50_000,
  conversionFactor: 0.8,
  internationalScaleFrom: 2008,
  rejected: 0,
};

const measureMany = (percent: number, changes: Partial<Laboratory> = {}, isTypical = true, time = 2015) => {
  const random = new RandomSource(11, 1);
  return Array.from({ length: 4000 }, () =>
    measure(percent, { ...laboratory, ...changes }, time, 'blood', isTypical, random),
  );
};
const share = (samples: readonly boolean[]) => samples.filter(Boolean).length / samples.length;

test('a trace is missed as often as the control copies let it be', () => {
  const seen = (medianCopies: number) =>
    share(measureMany(0.002, { medianCopies }).map(({ detected }) => detected));
  expect(seen(10_000)).toBeLessThan(0.4);
  expect(seen(200_000)).toBeGreaterThan(0.9);
});

test('an undetected sample has no value and no copies', () => {
  const undetected = measureMany(0.002).filter(({ detected }) => !detected);
  expect(undetected.length).toBeGreaterThan(100);
  expect(undetected.every(({ percent, bcrAbl1Copies }) => Number.isNaN(percent) && bcrAbl1Copies === 0)).toBe(
    true,
  );
});

test('the value is centred on the truth, on the International Scale', () => {
  const values = measureMany(5).flatMap(({ percent }) => (Number.isNaN(percent) ? [] : [percent]));
  const sorted = values.sort((a, b) => a - b);
  expect((sorted[Math.floor(sorted.length / 2)] ?? 0) / 5).toBeCloseTo(1, 1);
});

test('before its conversion factor, a laboratory reports the plain ratio', () => {
  const [sample] = measureMany(5, {}, true, 2005);
  expect(sample?.onInternationalScale).toBe(false);
  expect(sample?.conversionFactor).toBeNaN();
});

test('a rare transcript is never on the International Scale', () => {
  expect(measureMany(5, {}, false).some(({ onInternationalScale }) => onInternationalScale)).toBe(false);
});

test('too few control copies say nothing of MR4', () => {
  const poor = measureMany(0.001, { medianCopies: 4000 });
  expect(poor.some(({ isDeep, controlCopies }) => isDeep === true && controlCopies < 10_000)).toBe(false);
  expect(poor.some(({ isDeep }) => isDeep === null)).toBe(true);
});
