import type { AttritionStep } from '@core/cohort/attrition';
import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import type { CohortCharts } from '@data/queries/cohort-charts';

/** A rule of the cohort and its place in the order. */
export interface AttritionRow {
  /** Stays with the rule when the order changes. */
  readonly key: string;
  readonly place: number;
  readonly rule: CohortRule;
}

/** Keys of rules: what the rule says, and its number among equal ones. */
export function ruleKeys(rules: readonly CohortRule[]): readonly string[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const text = JSON.stringify(rule.condition);
    const number = (seen.get(text) ?? 0) + 1;
    seen.set(text, number);
    return `${number} ${text}`;
  });
}

export const attritionRows = (rules: readonly CohortRule[]): readonly AttritionRow[] => {
  const keys = ruleKeys(rules);
  return rules.map((rule, place) => ({ key: keys[place] ?? '', place, rule }));
};

/**
 * The counts of each rule of a cohort, by its key, from counts that may be those of the cohort before: a rule that has just
 * been changed shows those of the one that stood there, a new one shows none.
 */
export function stepsByRule(
  cohort: CohortDefinition,
  counts: CohortCharts | null,
): ReadonlyMap<string, AttritionStep> {
  const steps = new Map<string, AttritionStep>();
  if (counts === null) return steps;
  const counted = ruleKeys(counts.cohort.rules);
  ruleKeys(cohort.rules).forEach((key, place) => {
    const own = counted.indexOf(key);
    const at = own === -1 && counted.length === cohort.rules.length ? place : own;
    const step = at === -1 ? undefined : counts.attrition.steps[at + 1];
    if (step !== undefined) steps.set(key, step);
  });
  return steps;
}
