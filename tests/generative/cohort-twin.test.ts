import { isInCohort, ruleVerdict } from '@core/cohort/cohort-matcher';
import { cohortVariables, type PatientFacts } from '@core/cohort/patient-facts';
import type { Engine, SqlValue } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { cohortCounts } from '@data/queries/cohort-counts';
import { compileCohort } from '@data/queries/compile-cohort';
import { arbitraryCohort, arbitraryPatient } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const signal = new AbortController().signal;
let engine: Engine;

beforeAll(async () => {
  engine = await startNativeEngine();
});
afterAll(() => engine.close());

async function fill(patients: readonly PatientFacts[]): Promise<void> {
  await engine.run(`create or replace table patient_fact (
    patient_key integer, phase varchar, sex varchar, age integer, transcript varchar, elts varchar,
    centre varchar, diagnosis_year integer, first_line_drug varchar)`);
  for (const [key, patient] of patients.entries()) {
    const values: SqlValue[] = [
      key,
      patient.phase,
      patient.sex,
      patient.age,
      patient.transcript,
      patient.elts,
      patient.centre,
      patient.diagnosis_year,
      patient.first_line_drug,
    ];
    await engine.run('insert into patient_fact values (?, ?, ?, ?, ?, ?, ?, ?, ?)', { values });
  }
}

describe('the compiled cohort and the matcher in memory', () => {
  it('let in the same patients and give the same verdicts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryPatient, { maxLength: 25 }),
        fc.array(arbitraryCohort, { minLength: 4, maxLength: 4 }),
        async (patients, cohorts) => {
          await fill(patients);
          for (const cohort of cohorts) {
            const { sql, values } = compileCohort(cohort);
            const found = await engine.query(
              `select patient_key from patient_fact where ${sql} order by patient_key`,
              { values },
            );
            const expected = patients.flatMap((patient, key) => (isInCohort(cohort, patient) ? [key] : []));
            expect(Array.from(found.columns.patient_key ?? [])).toEqual(expected);

            const counts = await cohortCounts.ask(engine, cohort, { signal });
            expect(counts.inCohort).toBe(expected.length);
            expect(counts.rules.map(({ met, notMet, unknown }) => ({ met, notMet, unknown }))).toEqual(
              cohort.rules.map((rule) => {
                const verdicts = patients.map((patient) => ruleVerdict(rule, patient));
                const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
                return { met: count('met'), notMet: count('not-met'), unknown: count('unknown') };
              }),
            );
          }
        },
      ),
      { seed: 20260115, numRuns: 60 },
    );
  });

  it('agree on every variable when it is unknown: excluded, unless the rule keeps the unknown', async () => {
    const nobodyKnows = Object.fromEntries(
      cohortVariables.map((variable) => [variable, null]),
    ) as unknown as PatientFacts;
    await fill([nobodyKnows]);
    for (const variable of cohortVariables) {
      for (const unknown of ['include', 'exclude'] as const) {
        const rule =
          variable === 'age' || variable === 'diagnosis_year'
            ? ({ kind: 'range', variable, min: 1, max: 2, unknown } as const)
            : ({ kind: 'category', variable, values: ['CP'], unknown } as const);
        const counts = await cohortCounts.ask(engine, { rules: [rule] }, { signal });
        expect(counts.inCohort).toBe(unknown === 'include' ? 1 : 0);
        expect(isInCohort({ rules: [rule] }, nobodyKnows)).toBe(unknown === 'include');
      }
    }
  });
});
