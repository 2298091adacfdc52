import type { SampleWaitRow } from '@core/analyses/waits-for-sample';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { samplingPhases } from '@core/domain/sampling-phase';
import { askCohort } from '../ask-cohort';
import { countsOf } from '../cohort/kept-counts';
import type { Question } from '../question';
import { readyWaits } from './ready-waits';
import waitingPatientsSql from './waiting-patients.sql?raw';
import waitsForSampleSql from './waits-for-sample.sql?raw';

/** Waits for the next sample by phase, length and end. */
export const sampleWaitRows: Question<{ readonly cohort: CohortDefinition }, readonly SampleWaitRow[]> = {
  id: 'sample-wait-rows',
  ...countsOf({
    question: 'sample-wait-rows',
    sql: waitsForSampleSql,
    fill: async (engine, _, options) => ({ slots: { intervals: await readyWaits(engine, options) } }),
    throughSamples: () => true,
    codes: { phase: samplingPhases },
    counted: ['waits'],
    read: (row) => ({
      phase: row.code('phase', samplingPhases) ?? 'before_mmr',
      day: row.count('day'),
      cause: row.count('cause'),
      waits: row.count('waits'),
    }),
  }),
};

/** Patients behind the waits of each phase. */
export const waitingPatients: Question<
  { readonly cohort: CohortDefinition },
  readonly { readonly phase: string; readonly patients: number }[]
> = {
  id: 'waiting-patients',
  async ask(engine, { cohort }, options) {
    const slots = { intervals: await readyWaits(engine, options) };
    return askCohort(
      engine,
      { question: 'waiting-patients', sql: waitingPatientsSql, cohort, slots },
      options,
      (row) => ({ phase: row.text('phase') ?? '', patients: row.count('patients') }),
    );
  },
};
