import type { UnknownPolicy } from '@core/cohort/cohort-definition';
import { AttritionStepCounts } from './AttritionStepCounts';
import { useStepCounts } from './step-counts';

/** How many come to one rule, leave and remain. */
export function RuleCounts({ says, policy }: { readonly says: string; readonly policy: UnknownPolicy }) {
  const { step, patients } = useStepCounts(says);
  return <AttritionStepCounts step={step} patients={patients} policy={policy} isRule />;
}
