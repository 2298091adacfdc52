import type { AskedCondition, Condition } from '@core/cohort/cohort-definition';
import { identifier } from '../sql-text';
import { type CompiledSql, joined, sqlOf } from './compiled-sql';
import { inCodesSql, inRangeSql } from './range-sql';

/** The column of the patient's row that holds the verdict of a condition that no fact answers. */
export type VerdictColumn = (condition: AskedCondition) => string;

/** A condition in three-valued SQL on the row of a patient: true is met, false is not met, null is unknown. */
export function compileCondition(condition: Condition, verdictColumn: VerdictColumn): CompiledSql {
  switch (condition.kind) {
    case 'category':
      return inCodesSql(identifier(condition.fact), condition.values);
    case 'range':
      return inRangeSql(identifier(condition.fact), condition);
    case 'events':
    case 'quality':
      return sqlOf(identifier(verdictColumn(condition)));
    case 'not': {
      const { sql, values } = compileCondition(condition.of, verdictColumn);
      return sqlOf(`(not ${sql})`, values);
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => compileCondition(part, verdictColumn));
      return condition.kind === 'all' ? joined(parts, 'and', 'true') : joined(parts, 'or', 'false');
    }
    case 'at_least':
      return atLeastSql(
        condition.count,
        condition.of.map((part) => compileCondition(part, verdictColumn)),
      );
  }
}

/** More than any number of conditions: tells the met from the unknown in one sum. */
const metWeight = 1_000_000;

/** At least so many are true, unknown while the unknown ones could still decide. Each part stands once in the text. */
function atLeastSql(count: number, parts: readonly CompiledSql[]): CompiledSql {
  const terms = parts.map(
    ({ sql }) => `(case ${sql} when true then ${metWeight} when false then 0 else 1 end)`,
  );
  const sum = terms.length === 0 ? '0' : terms.join(' + ');
  return sqlOf(
    `list_transform([${sum}], lambda s: case
      when s // ${metWeight} >= ? then true when s // ${metWeight} + s % ${metWeight} < ? then false end)[1]`,
    [...parts.flatMap(({ values }) => values), count, count],
  );
}
