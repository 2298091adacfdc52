import type { NumberRange } from '@core/cohort/number-range';
import { type CompiledSql, compiled, joined, sqlOf } from './compiled-sql';

/** A number as SQL: one expression when it is known, two when it is known within bounds. */
export type NumberSql = string | { readonly lower: string; readonly upper: string };

/** `isInRange` of `core/cohort/number-range.ts` in three-valued SQL. */
export function inRangeSql(number: NumberSql, range: NumberRange): CompiledSql {
  const { lower, upper } = typeof number === 'string' ? { lower: number, upper: number } : number;
  const surely = joined([...atLeast(lower, range), ...atMost(upper, range)], 'and', 'true');
  const known = sqlOf(lower);
  if (lower === upper) return compiled`(case when ${known} is not null then ${surely} end)`;
  const possibly = joined([...atLeast(upper, range), ...atMost(lower, range)], 'and', 'true');
  return compiled`(case when ${known} is null then null when ${surely} then true when not ${possibly} then false end)`;
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
