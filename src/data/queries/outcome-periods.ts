import {
  type OutcomePeriodRow,
  type OutcomePeriodTable,
  outcomePeriodYears,
  type PeriodOutcomeId,
  periodOutcomes,
} from '@core/analyses/outcome-periods';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { calendarYearSql } from './calendar-sql';
import { anchorSql } from './cohort/anchor-sql';
import { answerOf, countsOf } from './cohort/kept-counts';
import { isLarge } from './derived/patient-ranges';
import { passingExits, readyExits } from './derived/ready-exits';
import outcomePeriodsSql from './outcome-periods.sql?raw';
import type { Question } from './question';
import { literal } from './sql-text';

export interface OutcomePeriodQuestion {
  readonly cohort: CohortDefinition;
  readonly outcome: PeriodOutcomeId;
}

/** Exits from the follow-up of an outcome by the calendar period of its origin and by ELTS. */
export const outcomePeriodRows: Question<OutcomePeriodQuestion, OutcomePeriodTable> = {
  id: 'outcome-period-rows',
  ...answerOf(
    countsOf<OutcomePeriodQuestion, OutcomePeriodRow>({
      question: 'outcome-period-rows',
      sql: outcomePeriodsSql,
      throughSamples: () => true,
      async fill(engine, { outcome }, { keys, ...options }) {
        const { endpoint } = periodOutcomes[outcome];
        const origin = anchorSql(endpoint.origin);
        const exits =
          keys === undefined || !(await isLarge(engine))
            ? await readyExits(engine, endpoint, options)
            : passingExits(endpoint, keys);
        return {
          slots: {
            origin: origin.sql,
            exits: exits.sql,
            year_of_origin: calendarYearSql('zero'),
            period_years: literal(outcomePeriodYears),
          },
          before: [...origin.values, ...exits.values],
        };
      },
      counted: ['patients'],
      read: (row) => ({
        period: row.count('period'),
        stratum: row.text('stratum'),
        entry: row.number('entry'),
        day: row.count('day'),
        kind: row.number('kind'),
        patients: row.count('patients'),
      }),
    }),
    (rows, { outcome }) => ({ outcome, rows }),
  ),
};
