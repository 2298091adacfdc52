import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { EventCondition, RowPredicate } from '@core/cohort/cohort-definition';
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
  const verdict =
    quantifier.kind === 'at_least'
      ? atLeastVerdict(quantifier.count, (quantifier.spanMonths ?? 0) * daysPerMonth)
      : sqlOf(rule.verdict);
  const none = condition.ifNone === 'unknown' ? 'null' : quantifier.kind === 'never' ? 'true' : 'false';
  const counts = byAnchor.length === 0 ? rule.counts : [...rule.counts, 'unanchored' as const];
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
      counts: counts.map((count) => `,\n    ${countSql[count]} as ${count}`).join(''),
      table_name: literal(table),
      unanchored: byAnchor.length === 0 ? 'false' : 'unanchored',
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

/** What is counted of the rows of a patient: how many are, or may be, as claimed, and the days of those that are. */
const countSql = {
  met: 'count(*) filter (where claim)',
  open: 'count(day) filter (where claim is null)',
  first_met: 'min(day) filter (where claim)',
  first_open: 'min(day) filter (where claim is null)',
  last_met: 'max(day) filter (where claim)',
  last_open: 'max(day) filter (where claim is null)',
  unanchored: 'bool_or(unanchored)',
} as const;

interface QuantifierSql {
  readonly counts: readonly (keyof typeof countSql)[];
  readonly verdict: string;
}

const counts = ['met', 'open'] as const;
const some = 'case when met > 0 then true when open > 0 then null else false end';
/** Of the rows of one day. */
const unanimous = 'case when met = placed_rows then true when met = 0 and open = 0 then false end';

const quantifierSql: Readonly<Record<EventCondition['quantifier']['kind'], QuantifierSql>> = {
  any: { counts, verdict: some },
  never: { counts, verdict: `not (${some})` },
  every: {
    counts,
    verdict: 'case when met = placed_rows then true when met + open = placed_rows then null else false end',
  },
  first: { counts, verdict: unanimous },
  last: { counts, verdict: unanimous },
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
