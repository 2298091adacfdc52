import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { askCohort } from './ask-cohort';
import cohortMembersSql from './cohort-members.sql?raw';
import type { Question } from './question';

/** The numbers that the engine gave to the patients of a cohort, ascending: to compare sets of patients in memory. */
export const cohortMembers: Question<
  { readonly cohort: CohortDefinition },
  PatientLevel<{ readonly keys: Uint32Array }>
> = {
  id: 'cohort-members',
  async ask(engine, { cohort }, options) {
    const keys = await askCohort(
      engine,
      { question: 'cohort-members', sql: cohortMembersSql, cohort, slots: {} },
      options,
      (row) => row.count('patient_key'),
    );
    return patientLevel({ keys: Uint32Array.from(keys) });
  },
};
