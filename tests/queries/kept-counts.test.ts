import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import type { LayeredEngine } from '@data/engine/engine';
import { forgetCounts } from '@data/queries/cohort/kept-counts';
import { countedCohorts as cohorts, countingQuestions } from '@tests/support/counting-questions';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const { signal } = new AbortController();

/** Patients that are read at a time; all of them are fewer than usual. */
const step = vi.hoisted(() => ({ patients: 50_000 }));

vi.mock(import('@data/queries/derived/patient-ranges'), async (original) => {
  const { patientRanges } = await original();
  const ranges: typeof patientRanges = (engine, { perStep: _, ...options } = {}) =>
    patientRanges(engine, { perStep: step.patients, ...options });
  return {
    ...(await original()),
    patientRanges: ranges,
    isLarge: async (engine) => (await ranges(engine)).length > 1,
  };
});

let engine: LayeredEngine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

describe('what is counted from memory is what the statement counts', () => {
  it.each(countingQuestions)('$name', async ({ question, others }) => {
    const of = (cohort: CohortDefinition) => ({ ...others, cohort }) as never;
    const counted: unknown[] = [];
    step.patients = 50_000;
    forgetCounts(engine);
    expect(question.atHand?.(engine, of(everyone))).toBeNull();
    for (const cohort of cohorts) counted.push(await question.ask(engine, of(cohort), { signal }));
    for (const patients of [50_000, 700]) {
      step.patients = patients;
      forgetCounts(engine);
      expect(question.atHand?.(engine, of(everyone))).toBeNull();
      // Of many patients, what goes through samples or is being read is waited for.
      const reading = question.keep?.(engine, of(cohorts[2] ?? everyone));
      expect(await question.ask(engine, of(cohorts[2] ?? everyone), { signal })).toEqual(counted[2]);
      await reading;
      for (const cohort of cohorts) await question.keep?.(engine, of(cohort));
      cohorts.forEach((cohort, place) => {
        expect(question.atHand?.(engine, of(cohort))).toEqual(counted[place]);
      });
      expect(await question.ask(engine, of(cohorts[1] ?? everyone), { signal })).toEqual(counted[1]);
    }
    expect(JSON.stringify(counted[1])).not.toBe(JSON.stringify(counted[0]));
  });
});
