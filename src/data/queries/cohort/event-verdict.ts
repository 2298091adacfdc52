import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { EventCondition, RowPredicate } from '@core/cohort/cohort-definition';
import { eventColumn } from '@core/cohort/event-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import { daysPerMonth } from '@core/domain/calendar';
import { fillSlots, identifier, literal } from '../sql-text';
import { anchorSql } from './anchor-sql';
import { type CompiledSql, joined, sqlOf } from './compiled-sql';
import { categorySql, needsLastContact, numberSql } from './event-cell-sql';
import eventVerdictSql from './event-verdict.sql?raw';
import { inRangeSql } from './range-sql';

/**
 * The statement that fills the table `name` with the verdicts of one condition on events: dense and in the order of
 * `patient_key`, so that it can be laid beside `patient_fact`.
 *
 * @param index  the index event of the cohort, which a window may be counted by
 */
export function compileEventVerdict(
  name: string,
  condition: EventCondition,
  index: AnchorEvent,
): CompiledSql {
  const { table, window, quantifier } = condition;
  const zero = window === null ? { event: 'diagnosis' as const } : window.of === 'index' ? index : window.of;
  const anchor = anchorSql(zero);
  const claim = allOf(table, condition.where);
  const inWindow = windowSql(condition);
  const among = allOf(table, condition.among);
  const rule = quantifierSql[quantifier.kind];
  const verdict =
    quantifier.kind === 'at_least'
      ? atLeastVerdict(quantifier.count, (quantifier.spanMonths ?? 0) * daysPerMonth)
      : sqlOf(rule.verdict);
  const none = condition.ifNone === 'unknown' ? 'null' : quantifier.kind === 'never' ? 'true' : 'false';
  const joins = [
    ...(window === null ? [] : ['join anchor on anchor.patient_key = event.patient_key']),
    ...([...condition.where, ...condition.among].some(({ column }) => needsLastContact(table, column))
      ? ['join patient_anchor as follow_up on follow_up.patient_key = event.patient_key']
      : []),
  ];
  return sqlOf(
    fillSlots(eventVerdictSql, {
      name: identifier(name),
      anchor: anchor.sql,
      day: identifier(condition.day),
      claim: claim.sql,
      table: identifier(table),
      joins: joins.map((join) => `\n  ${join}`).join(''),
      in_window: inWindow.sql,
      among: among.sql,
      counts: rule.counts.map((count) => `,\n    ${countSql[count]} as ${count}`).join(''),
      table_name: literal(table),
      if_none: none,
      verdict: verdict.sql,
    }),
    [...anchor.values, ...claim.values, ...inWindow.values, ...among.values, ...verdict.values],
  );
}

function windowSql({ window, day }: EventCondition): CompiledSql {
  if (window === null) return sqlOf('true');
  const unit = window.unit === 'months' ? daysPerMonth : 1;
  const bound = (months: number | null, sign: '>=' | '<=') =>
    months === null ? [] : [sqlOf(`event.${identifier(day)} ${sign} anchor.zero + ?`, [months * unit])];
  return joined(
    [sqlOf('anchor.zero is not null'), ...bound(window.from, '>='), ...bound(window.to, '<=')],
    'and',
    'true',
  );
}

function allOf(table: LinkedTable, predicates: readonly RowPredicate[]): CompiledSql {
  return joined(
    predicates.map((predicate) => {
      if (eventColumn(table, predicate.column)?.kind !== predicate.kind.replace('range', 'number')) {
        throw new RangeError(`no ${predicate.kind} column ${predicate.column} in ${table}`);
      }
      return predicate.kind === 'range'
        ? inRangeSql(numberSql(table, predicate.column), predicate)
        : categorySql(table, predicate.column, predicate.values);
    }),
    'and',
    'true',
  );
}

/** What is counted of the rows of a patient: how many are, or may be, as claimed, and the days of those that are. */
const countSql = {
  met: 'count(*) filter (where claim)',
  open: 'count(*) filter (where claim is null)',
  first_day: 'min(day)',
  first_met: 'min(day) filter (where claim)',
  first_not: 'min(day) filter (where not claim)',
  first_open: 'min(day) filter (where claim is null)',
  last_day: 'max(day)',
  last_met: 'max(day) filter (where claim)',
  last_not: 'max(day) filter (where not claim)',
  last_open: 'max(day) filter (where claim is null)',
} as const;

interface QuantifierSql {
  readonly counts: readonly (keyof typeof countSql)[];
  readonly verdict: string;
}

const some = 'case when met > 0 then true when open > 0 then null else false end';
const onDay = (end: 'first' | 'last') => `case
      when ${end}_open = ${end}_day then null
      when ${end}_met = ${end}_day and ${end}_not = ${end}_day then null
      when ${end}_met = ${end}_day then true
      else false
    end`;

const quantifierSql: Readonly<Record<EventCondition['quantifier']['kind'], QuantifierSql>> = {
  any: { counts: ['met', 'open'], verdict: some },
  never: { counts: ['met', 'open'], verdict: `not (${some})` },
  every: {
    counts: ['met', 'open'],
    verdict: 'case when met = placed_rows then true when met + open = placed_rows then null else false end',
  },
  first: { counts: ['first_day', 'first_met', 'first_not', 'first_open'], verdict: onDay('first') },
  last: { counts: ['last_day', 'last_met', 'last_not', 'last_open'], verdict: onDay('last') },
  at_least: { counts: ['met', 'open', 'first_met', 'first_open', 'last_met', 'last_open'], verdict: '' },
};

function atLeastVerdict(count: number, spanDays: number): CompiledSql {
  return sqlOf(
    `case
      when met >= ? and last_met - first_met >= ? then true
      when met + open >= ? and greatest(last_met, last_open) - least(first_met, first_open) >= ? then null
      else false
    end`,
    [count, spanDays, count, spanDays],
  );
}
