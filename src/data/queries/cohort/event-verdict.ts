import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { EventCondition, Quantifier, RowPredicate } from '@core/cohort/cohort-definition';
import { eventColumn } from '@core/cohort/event-vocabulary';
import { windowDays } from '@core/cohort/event-window';
import type { LinkedTable } from '@core/cohort/patient-record';
import { daysPerMonth } from '@core/domain/calendar';
import { fillSlots, identifier, literal } from '../sql-text';
import { anchorSql } from './anchor-sql';
import { type CompiledSql, compiled, joined, sqlOf } from './compiled-sql';
import { categorySql, needsLastContact, numberSql } from './event-cell-sql';
import eventVerdictSql from './event-verdict.sql?raw';
import { inRangeSql } from './range-sql';

/**
 * The statement that fills the table `name` with the verdicts of one condition on events: dense and in the order of
 * `patient_key`, so that it can be laid beside `patient_fact`.
 *
 * Made for tens of millions of rows: days are compared as whole numbers, `first` and `last` look at the claim of the
 * rows of that day alone, and every patient has a row in the grouping, so that nothing is joined or sorted after it.
 *
 * @param index  the index event of the cohort, which a window may be counted by
 */
export function compileEventVerdict(
  name: string,
  condition: EventCondition,
  index: AnchorEvent,
): CompiledSql {
  const { table, window, quantifier } = condition;
  const of = window?.of ?? diagnosis;
  const zero = of === 'index' ? index : of;
  const anchor = anchorSql(zero);
  const claim = allOf(table, condition.where);
  const among = allOf(table, condition.among);
  const inWindow = windowSql(condition, zero);
  const placed = compiled`${sqlOf(`event.${identifier(condition.day)} is not null`)} and ${inWindow} and ${among}`;
  const byAnchor = inWindow.sql.includes('anchor.') ? [joinOf('anchor', 'anchor')] : [];
  const followUp = (predicates: readonly RowPredicate[]) =>
    predicates.some(({ column }) => needsLastContact(table, column))
      ? [joinOf('patient_anchor', 'follow_up')]
      : [];
  const end = quantifier.kind === 'first' || quantifier.kind === 'last' ? quantifier.kind : null;
  // Not `=`, which would be a second key of the join: the rows of a patient would then lie all over its hash table.
  const onEnd = compiled`${sqlOf(`event.${identifier(condition.day)}::bigint - extreme.day = 0`)} and ${among}`;
  const extreme =
    end === null
      ? sqlOf('')
      : extremeSql(condition, end, placed, [...byAnchor, ...followUp(condition.among)]);
  const rule = quantifierSql[quantifier.kind];
  const verdict = quantifier.kind === 'at_least' ? atLeastVerdict(quantifier) : sqlOf(rule.verdict);
  const none = condition.ifNone === 'unknown' ? 'null' : quantifier.kind === 'never' ? 'true' : 'false';
  const counts: readonly CountName[] =
    quantifier.kind === 'at_least' && quantifier.spanMonths === undefined ? atLeastCounts : rule.counts;
  const countedRows = end === null ? placed : onEnd;
  const joins = [
    ...(end === null ? byAnchor : [joinOf('extreme', 'extreme')]),
    ...followUp([...condition.where, ...condition.among]),
  ];
  return sqlOf(
    fillSlots(eventVerdictSql, {
      name: identifier(name),
      // DuckDB 1.4 forgets a value bound in a step that it writes out twice: such a step is made once instead.
      anchor_kept: anchor.values.length === 0 ? 'not materialized' : 'materialized',
      anchor: anchor.sql,
      extreme: extreme.sql,
      day: identifier(condition.day),
      claim: claim.sql,
      table: identifier(table),
      joins: joins.join(''),
      counted_rows: countedRows.sql,
      counts: counts.map((count) => `${countSql[count]} as ${count}`).join(', '),
      table_name: literal(table),
      told: counts[0] ?? '',
      if_none: none,
      verdict: verdict.sql,
    }),
    [...anchor.values, ...extreme.values, ...claim.values, ...countedRows.values, ...verdict.values],
  );
}

const diagnosis = { event: 'diagnosis' } as const;

const joinOf = (relation: string, name: string) =>
  `\n  join ${relation} as ${name} on ${name}.patient_key = event.patient_key`;

/** The first or last day of each patient among the rows that count. */
function extremeSql(
  { table, day }: EventCondition,
  end: 'first' | 'last',
  placed: CompiledSql,
  joins: readonly string[],
): CompiledSql {
  return sqlOf(
    `
extreme as not materialized (
  select event.patient_key, ${end === 'first' ? 'min' : 'max'}(event.${identifier(day)}) as day
  from ${identifier(table)} as event${joins.join('')}
  where ${placed.sql}
  group by event.patient_key
),`,
    placed.values,
  );
}

function windowSql({ window, day }: EventCondition, zero: AnchorEvent): CompiledSql {
  if (window === null) return sqlOf('true');
  const { from, to } = windowDays(window);
  const atDiagnosis = zero.event === 'diagnosis';
  const days = atDiagnosis ? `event.${identifier(day)}` : `event.${identifier(day)}::bigint - anchor.zero`;
  return joined(
    [
      ...(atDiagnosis ? [] : [sqlOf('anchor.zero is not null')]),
      ...(from === null ? [] : [sqlOf(`${days} >= ?`, [from])]),
      ...(to === null ? [] : [sqlOf(`${days} <= ?`, [to])]),
    ],
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

/** What is counted of the rows of a patient: the most and the least as claimed, how many are or may be, and their days. */
const countSql = {
  highest: 'max(claim)',
  lowest: 'min(claim)',
  met: 'count(*) filter (where claim = 2)',
  open: 'count(*) filter (where claim = 1)',
  first_met: 'min(day) filter (where claim = 2)',
  first_open: 'min(day) filter (where claim = 1)',
  last_met: 'max(day) filter (where claim = 2)',
  last_open: 'max(day) filter (where claim = 1)',
} as const;
type CountName = keyof typeof countSql;

interface QuantifierSql {
  /** The first tells who has no row at all (null), and who no day to count from (-1). */
  readonly counts: readonly CountName[];
  readonly verdict: string;
}

const threeValued = (claim: string) => `case ${claim} when 2 then true when 0 then false end`;
/** Of the rows of one day. */
const unanimous: QuantifierSql = {
  counts: ['lowest', 'highest'],
  verdict: 'case when lowest = 2 then true when highest = 0 then false end',
};
const atLeastCounts: readonly CountName[] = ['highest', 'met', 'open'];

/** Few counts each, since every one of them costs a pass over the rows: of tens of millions half a second. */
const quantifierSql: Readonly<Record<EventCondition['quantifier']['kind'], QuantifierSql>> = {
  any: { counts: ['highest'], verdict: threeValued('highest') },
  never: { counts: ['highest'], verdict: `not (${threeValued('highest')})` },
  every: { counts: ['lowest'], verdict: threeValued('lowest') },
  first: unanimous,
  last: unanimous,
  at_least: { counts: [...atLeastCounts, 'first_met', 'first_open', 'last_met', 'last_open'], verdict: '' },
};

function atLeastVerdict({ count, spanMonths }: Extract<Quantifier, { kind: 'at_least' }>): CompiledSql {
  if (spanMonths === undefined) {
    return sqlOf('case when met >= ? then true when met + open >= ? then null else false end', [
      count,
      count,
    ]);
  }
  const spanDays = spanMonths * daysPerMonth;
  return sqlOf(
    `case
      when met >= ? and last_met - first_met >= ? then true
      when met + open >= ? and greatest(last_met, last_open) - least(first_met, first_open) >= ? then null
      else false
    end`,
    [count, spanDays, count, spanDays],
  );
}
