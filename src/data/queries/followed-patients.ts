import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { askCohort } from './ask-cohort';
import { readyExits } from './derived/ready-exits';
import followedPatientsSql from './followed-patients.sql?raw';
import type { Question } from './question';

export interface FollowedQuestion {
  readonly endpoint: EndpointDefinition;
  readonly cohorts: readonly { readonly cohort: CohortDefinition }[];
}

/** Per cohort the patients on its curve, ascending: to compare sets of patients in memory, never to be shown. */
export const followedPatients: Question<FollowedQuestion, PatientLevel<readonly Uint32Array[]>> = {
  id: 'followed-patients',
  async ask(engine, { endpoint, cohorts }, options) {
    const sets: Uint32Array[] = [];
    for (const { cohort } of cohorts) {
      const { sql: exits, values: before } = await readyExits(engine, endpoint, options);
      const keys = await askCohort(
        engine,
        { question: 'followed-patients', sql: followedPatientsSql, cohort, slots: { exits }, before },
        options,
        (row) => row.count('patient_key'),
      );
      sets.push(Uint32Array.from(keys));
    }
    return patientLevel(sets);
  },
};
