import type { NumberRange } from '@core/cohort/number-range';
import { type CompiledSql, compiled, joined, sqlOf } from './compiled-sql';

/**
 * A number as SQL: one expression when it is known; two when it is known within bounds, both null or neither; or the
 * first of several whose condition is true, null when there is none.
 */
export type NumberSql =
  | string
  | { readonly lower: string; readonly upper: string }
  | readonly { readonly when: string; readonly number: NumberSql }[];

/** `isInRange` of `core/cohort/number-range.ts` in three-valued SQL. */
export function inRangeSql(number: NumberSql, range: NumberRange): CompiledSql {
  if (typeof number === 'string') return within(number, number, range);
  if ('lower' in number) {
    const surely = within(number.lower, number.upper, range);
    const possibly = within(number.upper, number.lower, range);
    return compiled`(case when ${surely} then true when not ${possibly} then false end)`;
  }
  const cases = number.map(({ when, number: one }) => {
    const claim = inRangeSql(one, range);
    return sqlOf(`when ${when} then ${claim.sql}`, claim.values);
  });
  return sqlOf(
    `(case ${cases.map(({ sql }) => sql).join(' ')} end)`,
    cases.flatMap(({ values }) => values),
  );
}

/** Whether `low` reaches the lower end and `high` the upper one; null when they are. */
function within(low: string, high: string, range: NumberRange): CompiledSql {
  const ends = [...atLeast(low, range), ...atMost(high, range)];
  return ends.length === 0
    ? sqlOf(`(case when ${low} is not null then true end)`)
    : joined(ends, 'and', 'true');
}

const atLeast = (sql: string, { min, minOpen }: NumberRange) =>
  min === null ? [] : [sqlOf(`${sql} ${minOpen ? '>' : '>='} ?`, [min])];

const atMost = (sql: string, { max, maxOpen }: NumberRange) =>
  max === null ? [] : [sqlOf(`${sql} ${maxOpen ? '<' : '<='} ?`, [max])];

/** Whether a text is one of some codes; null when it is null. */
export function inCodesSql(sql: string, codes: readonly string[]): CompiledSql {
  if (codes.length === 0) return sqlOf(`(case when ${sql} is not null then false end)`);
  return sqlOf(`(${sql} in (${codes.map(() => '?').join(', ')}))`, codes);
}
