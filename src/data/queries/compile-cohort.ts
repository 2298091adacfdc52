import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import type { SqlValue } from '@data/engine/engine';
import { identifier } from './sql-text';

/** A condition on a row of `patient_fact`, with the values to bind in order. */
export interface CompiledCondition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** One rule in three-valued SQL: true is met, false is not met, null is unknown. */
export function compileRule(rule: CohortRule): CompiledCondition {
  const column = identifier(rule.variable);
  if (rule.kind === 'category') {
    const list = rule.values.map(() => '?').join(', ');
    const met = rule.values.length === 0 ? 'false' : `${column} in (${list})`;
    return { sql: `(case when ${column} is not null then ${met} end)`, values: rule.values };
  }
  const bounds = [
    rule.min === null ? null : { sql: `${column} >= ?`, value: rule.min },
    rule.max === null ? null : { sql: `${column} <= ?`, value: rule.max },
  ].filter((bound) => bound !== null);
  const met = bounds.length === 0 ? 'true' : bounds.map((bound) => bound.sql).join(' and ');
  return {
    sql: `(case when ${column} is not null then ${met} end)`,
    values: bounds.map((bound) => bound.value),
  };
}

/** Membership in the cohort: never null, the policy of each rule decides for its unknowns. */
export function compileCohort(cohort: CohortDefinition): CompiledCondition {
  const rules = cohort.rules.map((rule) => {
    const { sql, values } = compileRule(rule);
    return { sql: `coalesce(${sql}, ${rule.unknown === 'include'})`, values };
  });
  return {
    sql: rules.length === 0 ? 'true' : rules.map((rule) => rule.sql).join(' and '),
    values: rules.flatMap((rule) => rule.values),
  };
}
