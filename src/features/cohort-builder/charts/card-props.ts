import type { AttritionStep } from '@core/cohort/attrition';
import type { FactRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import type { FactChart } from '@data/queries/cohort-charts';
import type { RuleDrawing } from '@session/use-live-cohort';
import type { CohortEditor } from '@session/use-url';

/** What one card needs to know: its own fact, nothing of the others. */
export interface CardProps<Chart extends FactChart> {
  readonly chart: Chart;
  readonly rule: FactRule | null;
  /** How the rule falls out over all patients; absent until the counts of this rule have come. */
  readonly overall: AttritionStep['overall'] | undefined;
  readonly onRule: CohortEditor['setRule'];
  readonly drawing: RuleDrawing;
  readonly onRemove: (fact: FactId) => void;
}

/** Whether a card would look the same: rules and counts are compared by what they say. */
export function sameCard<Chart extends FactChart>(
  before: CardProps<Chart>,
  after: CardProps<Chart>,
): boolean {
  return (
    before.onRule === after.onRule &&
    before.drawing === after.drawing &&
    before.onRemove === after.onRemove &&
    JSON.stringify([before.chart, before.rule, before.overall]) ===
      JSON.stringify([after.chart, after.rule, after.overall])
  );
}
