import type { SampleWaitRow } from '@core/analyses/waits-for-sample';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { samplingPhases } from '@core/domain/sampling-phase';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import { readyWaits } from './ready-waits';
import waitsForSampleSql from './waits-for-sample.sql?raw';

/** Waits for the next sample by phase, length and end. */
export const sampleWaitRows: Question<{ readonly cohort: CohortDefinition }, readonly SampleWaitRow[]> = {
  id: 'sample-wait-rows',
  async ask(engine, { cohort }, options) {
    const intervals = await readyWaits(engine, options);
    return askCohort(
      engine,
      {
        question: 'sample-wait-rows',
        sql: waitsForSampleSql,
        cohort,
        slots: { intervals },
      },
      options,
      (row) => ({
        phase: row.code('phase', samplingPhases) ?? 'before_mmr',
        day: row.count('day'),
        cause: row.count('cause'),
        waits: row.count('waits'),
      }),
    );
  },
};
