import { eventColumn } from '@core/cohort/event-vocabulary';
import { yesNo } from '@core/cohort/fact-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import { daysPerMonth } from '@core/domain/calendar';
import { detectableCopies } from '@core/domain/evaluable-sample';
import { responseClasses } from '@core/domain/response-class';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { isReadSql, responseRankSql } from '../derived/response-sql';
import { identifier, literal } from '../sql-text';
import { type CompiledSql, sqlOf } from './compiled-sql';
import { inCodesSql, type NumberSql } from './range-sql';

/** Columns that the table does not hold, from those of its row `event`; a reading is `readingBounds(…)` of the core. */
const derivedNumbers: Readonly<Record<string, NumberSql>> = {
  'treatment_line.duration_months': {
    lower: `((coalesce(event.stop_day, greatest(event.start_day, follow_up.last_contact)) - event.start_day) / ${literal(daysPerMonth)})`,
    upper: `(case when event.stop_day is null then 'infinity'::double else (event.stop_day - event.start_day) / ${literal(daysPerMonth)} end)`,
  },
  'molecular.bcr_abl1_is_pct': [
    { when: `not (on_international_scale and ${isReadSql})`, number: 'null::double' },
    { when: 'detected and bcr_abl1_is_pct > 0', number: 'bcr_abl1_is_pct' },
    {
      when: 'not detected and control_copies > 0',
      number: {
        lower: '0',
        upper: `(${literal(detectableCopies)}::double / control_copies * coalesce(conversion_factor, 1) * 100)`,
      },
    },
  ],
  'cytogenetics.ph_positive_pct':
    '(case when event.metaphases > 0 then 100.0 * event.ph_positive_metaphases / event.metaphases end)',
};

/** Whether a column asks for the last contact of the patient, as `follow_up`. */
export const needsLastContact = (table: LinkedTable, column: string): boolean =>
  `${table}.${column}` === 'treatment_line.duration_months';

/** A number of the row `event`. */
export const numberSql = (table: LinkedTable, column: string): NumberSql =>
  derivedNumbers[`${table}.${column}`] ?? `event.${identifier(column)}`;

/** Whether a category of the row `event` is one of some codes; null when it is not known. */
export function categorySql(table: LinkedTable, column: string, codes: readonly string[]): CompiledSql {
  if (table === 'treatment_line' && column === 'is_tki') {
    return yesNoSql(`list_contains(${literal(tkiDrugs)}, event.drug::varchar)`, codes);
  }
  if (table === 'molecular' && column === 'response') {
    const ranks = codes.map((code) => (responseClasses as readonly string[]).indexOf(code));
    return ranks.length === 0
      ? sqlOf(`(case when ${responseRankSql} is not null then false end)`)
      : sqlOf(`(${responseRankSql} in (${literalList(ranks)}))`);
  }
  const cell =
    table === 'molecular' && column === 'validation' ? validationSql : `event.${identifier(column)}`;
  const known = eventColumn(table, column);
  if (known?.kind === 'category' && known.levels === yesNo) return yesNoSql(cell, codes);
  return inCodesSql(`${cell}::varchar`, codes);
}

/** `validationOf(…)` of `core/domain/sample-standing.ts` in SQL. */
const validationSql = "replace(event.validation::varchar, 'unread', 'pending')";

/** A truth value as `yes` and `no`. */
function yesNoSql(truth: string, codes: readonly string[]): CompiledSql {
  const [yes, no] = [codes.includes('yes'), codes.includes('no')];
  if (yes && !no) return sqlOf(`(${truth})`);
  if (no && !yes) return sqlOf(`(not ${truth})`);
  return sqlOf(`(case when ${truth} is not null then ${yes} end)`);
}

const literalList = (numbers: readonly number[]) => numbers.map((number) => literal(number)).join(', ');
