import type { GroupVariable } from '@core/analyses/group-variable';
import type { EventTable } from '@core/analyses/treatment-free-remission';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { readyCohort } from './cohort/ready-cohort';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import recurrenceEventsSql from './recurrence-events.sql?raw';
import { fillSlots } from './sql-text';

export interface RecurrenceQuestion {
  readonly cohort: CohortDefinition;
  /** `null`: one curve for everybody. */
  readonly groupBy: GroupVariable | null;
}

/** Events and censorings of molecular-recurrence-free survival per group and day since the first stop. */
export const recurrenceEvents: Question<RecurrenceQuestion, EventTable> = {
  id: 'recurrence-events',
  async ask(engine, { cohort: definition, groupBy }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(recurrenceEventsSql, {
      facts,
      cohort: member.sql,
      level: groupLevelSql(groupBy),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'recurrence-events',
      ...options,
    });
    const rows = Array.from({ length: rowCount }, (_, row) => {
      const level = columns.level?.[row] ?? null;
      const day = columns.day?.[row] ?? null;
      return {
        level: level === null ? null : String(level),
        day: day === null ? null : Number(day),
        events: Number(columns.events?.[row]),
        censored: Number(columns.censored?.[row]),
        beforeInclusion: Number(columns.before_inclusion?.[row]),
      };
    });
    return { groupBy, rows };
  },
};
