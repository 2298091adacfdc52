import type { GroupVariable } from '@core/analyses/group-variable';
import type { EventTable } from '@core/analyses/treatment-free-remission';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { askCohort } from './ask-cohort';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import recurrenceEventsSql from './recurrence-events.sql?raw';

export interface RecurrenceQuestion {
  readonly cohort: CohortDefinition;
  /** `null`: one curve for everybody. */
  readonly groupBy: GroupVariable | null;
}

/** Events and censorings of molecular-recurrence-free survival per group and day since the first stop. */
export const recurrenceEvents: Question<RecurrenceQuestion, EventTable> = {
  id: 'recurrence-events',
  async ask(engine, { cohort, groupBy }, options) {
    const slots = { level: groupLevelSql(groupBy) };
    const rows = await askCohort(
      engine,
      { question: 'recurrence-events', sql: recurrenceEventsSql, cohort, slots },
      options,
      (row) => ({
        level: row.text('level'),
        day: row.number('day'),
        events: row.count('events'),
        censored: row.count('censored'),
        beforeInclusion: row.count('before_inclusion'),
      }),
    );
    return { groupBy, rows };
  },
};
