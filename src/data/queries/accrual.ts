import { type AccrualRow, delayDays, inclusionDelays } from '@core/analyses/accrual';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import accrualSql from './accrual.sql?raw';
import { calendarYearSql } from './calendar-sql';
import { countsOf } from './cohort/kept-counts';
import type { Question } from './question';
import { literal } from './sql-text';

const delaySql = `case
      ${Object.entries(delayDays)
        .map(([delay, days]) => `when inclusion_day <= ${literal(days)} then ${literal(delay)}`)
        .join('\n      ')}
      else 'later'
    end`;

/** Inclusions by year, centre and delay after the diagnosis. */
export const accrualRows: Question<{ readonly cohort: CohortDefinition }, readonly AccrualRow[]> = {
  id: 'accrual-rows',
  ...countsOf({
    question: 'accrual-rows',
    sql: accrualSql,
    fill: () => ({
      slots: {
        year_of_inclusion: calendarYearSql('inclusion_day'),
        year_of_contact: calendarYearSql('last_contact_day'),
        delay: delaySql,
      },
    }),
    counted: ['patients', 'alive', 'lost'],
    read: (row) => ({
      year: row.count('year'),
      centre: row.text('centre') ?? '',
      delay: row.code('delay', inclusionDelays) ?? 'later',
      patients: row.count('patients'),
      alive: row.count('alive'),
      lost: row.count('lost'),
    }),
  }),
};
