import type { AdverseEventTable } from '@core/analyses/adverse-event-rates';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import adverseEventsSql from './adverse-events.sql?raw';
import drugExposureSql from './drug-exposure.sql?raw';
import { observedLinesSql } from './observed-line';

/** Adverse events by drug, term and grade, and the time on each drug under observation. */
export const adverseEvents: Question<{ readonly cohort: CohortDefinition }, AdverseEventTable> = {
  id: 'adverse-events',
  async ask(engine, { cohort }, options) {
    const slots = { observed: observedLinesSql };
    const exposures = await askCohort(
      engine,
      { question: 'drug-exposure', sql: drugExposureSql, cohort, slots },
      options,
      (row) => ({
        drug: row.code('drug', tkiDrugs),
        days: row.count('days'),
        patients: row.count('patients'),
      }),
    );
    const rows = await askCohort(
      engine,
      { question: 'adverse-events', sql: adverseEventsSql, cohort, slots },
      options,
      (row) => ({
        drug: row.code('drug', tkiDrugs),
        term: row.text('term') ?? '',
        grade: row.count('grade'),
        events: row.count('events'),
        patients: row.count('patients'),
      }),
    );
    return {
      exposures: exposures.flatMap(({ drug, ...row }) => (drug === null ? [] : [{ ...row, drug }])),
      rows: rows.flatMap(({ drug, ...row }) => (drug === null ? [] : [{ ...row, drug }])),
      outside: rows.reduce((sum, { drug, events }) => sum + (drug === null ? events : 0), 0),
    };
  },
};
