import type { KeyEventRow } from '@core/analyses/key-adverse-event';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type KeyAdverseEvent, keyAdverseEvents } from '@core/domain/adverse-event';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import { literal } from '../sql-text';
import keyEventSql from './key-event.sql?raw';
import { observedLinesSql } from './observed-line';

interface KeyEventQuestion {
  readonly cohort: CohortDefinition;
  readonly event: KeyAdverseEvent;
}

/** Times to the first event of a kind on the first TKI. */
export const keyEventRows: Question<KeyEventQuestion, readonly KeyEventRow[]> = {
  id: 'key-event-rows',
  ask: (engine, { cohort, event }, options) =>
    askCohort(
      engine,
      {
        question: 'key-event-rows',
        sql: keyEventSql,
        cohort,
        slots: { observed: observedLinesSql, terms: literal(keyAdverseEvents[event]) },
      },
      options,
      (row) => ({
        drug: row.code('drug', tkiDrugs) ?? 'imatinib',
        entry: row.number('entry'),
        day: row.count('day'),
        cause: row.count('cause'),
        patients: row.count('patients'),
      }),
    ),
};
