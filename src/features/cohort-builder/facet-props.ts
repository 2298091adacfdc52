import type { CohortRule } from '@core/cohort/cohort-definition';
import type { CohortVariable } from '@core/cohort/patient-facts';
import type { LevelCount, RuleCount } from '@data/queries/cohort-counts';

/** What one facet needs to know: its own variable, nothing of the others. */
export interface FacetProps<Variable extends CohortVariable, Rule extends CohortRule> {
  readonly variable: Variable;
  readonly rule: Rule | null;
  /** How the rule falls out; absent until the counts of this rule have come. */
  readonly count: RuleCount | undefined;
  readonly levels: readonly LevelCount[];
  readonly onRule: (variable: CohortVariable, rule: CohortRule | null) => void;
}

/** Whether a facet would look the same: rules are compared by what they say. */
export function sameFacet<Variable extends CohortVariable, Rule extends CohortRule>(
  before: FacetProps<Variable, Rule>,
  after: FacetProps<Variable, Rule>,
): boolean {
  return (
    before.variable === after.variable &&
    before.levels === after.levels &&
    before.onRule === after.onRule &&
    JSON.stringify(before.rule) === JSON.stringify(after.rule) &&
    JSON.stringify(before.count) === JSON.stringify(after.count)
  );
}
