import type { AttritionStep } from '@core/cohort/attrition';
import type { CohortRule, FactRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import type { FactChart } from '@data/queries/cohort-charts';

/** What one facet needs to know: its own fact, nothing of the others. */
export interface FacetProps<Chart extends FactChart> {
  readonly chart: Chart;
  readonly rule: FactRule | null;
  /** How the rule falls out over all patients; absent until the counts of this rule have come. */
  readonly overall: AttritionStep['overall'] | undefined;
  readonly onRule: (fact: FactId, rule: CohortRule | null) => void;
}

/** Whether a facet would look the same: rules and counts are compared by what they say. */
export function sameFacet<Chart extends FactChart>(
  before: FacetProps<Chart>,
  after: FacetProps<Chart>,
): boolean {
  return (
    before.onRule === after.onRule &&
    JSON.stringify([before.chart, before.rule, before.overall]) ===
      JSON.stringify([after.chart, after.rule, after.overall])
  );
}
