import { makeCentres } from '@commands/generate/centres';
import { RandomSource } from '@commands/generate/random-source';
import { daysToNextVisit, type VisitSituation } from '@commands/generate/visit-schedule';
import { expect, test } from 'vitest';

const random = new RandomSource(3, 1);
const centres = makeCentres(24, random);
const underTreatment: VisitSituation = {
  daysSinceDiagnosis: 200,
  daysTreatmentFree: null,
  isFailing: false,
  isRecovering: false,
  isStable: false,
};

function medianInterval(changes: Partial<VisitSituation>): number {
  const drawn = Array.from({ length: 400 }, () => {
    const [centre] = centres;
    return centre ? daysToNextVisit({ ...underTreatment, ...changes }, centre, 1, random) : Number.NaN;
  });
  return drawn.sort((a, b) => a - b)[200] ?? Number.NaN;
}

test.each([
  ['3 months under treatment', {}, 85, 110],
  ['a month after a stop', { daysTreatmentFree: 30 }, 27, 37],
  ['2 months after half a year', { daysTreatmentFree: 250 }, 54, 70],
  ['3 months after a year', { daysTreatmentFree: 500 }, 86, 105],
  ['6 weeks in a failure', { isFailing: true }, 47, 68],
] as const)('samples follow each other by about %s', (_, changes, low, high) => {
  const median = medianInterval(changes);
  expect(median).toBeGreaterThan(low);
  expect(median).toBeLessThan(high);
});

test('visits are delayed by chance, and some are missed', () => {
  const [centre] = centres;
  const drawn = Array.from({ length: 2000 }, () =>
    centre ? daysToNextVisit(underTreatment, centre, 1, random) : 0,
  );
  expect(new Set(drawn).size).toBeGreaterThan(30);
  expect(drawn.filter((days) => days > 160).length).toBeGreaterThan(20);
});
