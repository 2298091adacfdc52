import type { AttritionStep } from '@core/cohort/attrition';
import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import type { CohortCharts } from '@data/queries/cohort-charts';

/** A rule of the cohort with the counts that belong to it, or to the cohort before. */
export interface AttritionRow {
  /** Stays with the rule when the order changes. */
  readonly key: string;
  readonly place: number;
  readonly rule: CohortRule;
  /** `null` until the rule has been counted. */
  readonly step: AttritionStep | null;
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

/** The rules of a cohort beside the counts that have come, which may be those of the cohort before. */
export function attritionRows(
  cohort: CohortDefinition,
  counts: CohortCharts | null,
): readonly AttritionRow[] {
  const counted = counts === null ? [] : ruleKeys(counts.cohort.rules);
  return ruleKeys(cohort.rules).map((key, place) => {
    const rule = cohort.rules[place] as CohortRule;
    // A rule that has just been changed shows the counts of the one that stood there.
    const at = counted.includes(key)
      ? counted.indexOf(key)
      : counted.length === cohort.rules.length
        ? place
        : -1;
    return { key, place, rule, step: at === -1 ? null : (counts?.attrition.steps[at + 1] ?? null) };
  });
}
