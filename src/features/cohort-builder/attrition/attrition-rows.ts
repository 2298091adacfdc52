import type { AttritionStep } from '@core/cohort/attrition';
import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import type { CohortCharts } from '@data/queries/cohort-charts';

/** A rule of the cohort and its place in the order. */
export interface AttritionRow {
  /** Stays with the rule when the order changes or the rule is edited. */
  readonly key: string;
  /** What the rule says: the key of its counts. */
  readonly says: string;
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

/**
 * The rows of rules, with the keys that they had before: a row that says the same is the same, and one that stands where
 * a rule was changed is that rule's, so that its buttons stay under the hand. A row that did not change is the same object.
 */
export function attritionRows(
  rules: readonly CohortRule[],
  before: readonly AttritionRow[] = [],
): readonly AttritionRow[] {
  const says = ruleKeys(rules);
  const said = new Map(before.map((row) => [row.says, row]));
  const isEdit = before.length === rules.length;
  const kept = says.map((text, place) => {
    const inPlace = before[place];
    const edited = isEdit && inPlace !== undefined && !says.includes(inPlace.says) ? inPlace : undefined;
    return said.get(text) ?? edited;
  });
  const used = new Set(kept.flatMap((row) => row?.key ?? []));
  return rules.map((rule, place) => {
    const row = kept[place];
    const text = says[place] ?? '';
    if (row?.place === place && row.says === text && row.rule.unknown === rule.unknown) return row;
    let key = row?.key ?? text;
    while (row === undefined && used.has(key)) key += '+';
    used.add(key);
    return { key, says: text, place, rule };
  });
}

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
