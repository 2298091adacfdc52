import { type Eligibility, type JudgedCriterion, judgeEligibility } from '@core/domain/eligibility';
import { eligibilityRuleIds, eligibilityRules } from '@core/domain/eligibility-rule';
import { milestoneMonths } from '@core/domain/milestone';
import { decisionDay } from './decision-day';
import { type DeepRun, deepRun } from './evaluable-samples';
import { explainMilestone, type MilestoneExplanation } from './milestone-explanation';
import type { StoppingPatient } from './patient-record';
import { stopHistory } from './stop-history';

/** One criterion with its answer and the samples that it was read from. */
export interface ExplainedCriterion extends JudgedCriterion {
  /** Of a criterion on the deep response: the run of each depth that would be enough; `null` without an evaluable sample. */
  readonly runs: readonly { readonly depth: 'MR4' | 'MR4.5'; readonly run: DeepRun | null }[];
  /** Of a criterion on the milestones: each of them. */
  readonly milestones: readonly MilestoneExplanation[];
}

export interface EligibilityExplanation extends Eligibility {
  readonly criteria: readonly ExplainedCriterion[];
}

export interface EligibilityExplanations {
  /** The day on which it is judged, and whether it is that of a recorded stop. */
  readonly decisionDay: number;
  readonly stopped: boolean;
  readonly rules: readonly EligibilityExplanation[];
}

/**
 * Why a patient may stop or not, by each rule: every criterion met, not met or not known, with the facts and the samples that
 * it was read from.
 *
 * @see tests/unit/core/cohort/eligibility-explanation.test.ts · held to the facts of SQL by tests/queries/eligibility-explanation.test.ts
 */
export function explainEligibility(record: StoppingPatient): EligibilityExplanations {
  const day = decisionDay(record);
  const known = stopHistory(record, day);
  return {
    decisionDay: day,
    stopped: record.rows.treatment_free_attempt.length > 0,
    rules: eligibilityRuleIds.map((id) => {
      const judged = judgeEligibility(eligibilityRules[id], known);
      return { ...judged, criteria: judged.criteria.map((one) => explained(record, one, day)) };
    }),
  };
}

function explained(record: StoppingPatient, judged: JudgedCriterion, day: number): ExplainedCriterion {
  const { criterion } = judged;
  return {
    ...judged,
    runs:
      criterion.kind === 'deep_response'
        ? criterion.anyOf.map(({ depth }) => ({ depth, run: deepRun(record, depth, day) }))
        : [],
    milestones:
      criterion.kind === 'no_milestone_verdict'
        ? milestoneMonths.map((month) => explainMilestone(record, criterion.guideline, month))
        : [],
  };
}
