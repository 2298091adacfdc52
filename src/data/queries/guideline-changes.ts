import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import {
  type MilestoneMonth,
  type MilestoneVerdict,
  milestoneMonths,
  milestoneVerdicts,
} from '@core/domain/milestone';
import { askCohort } from './ask-cohort';
import { milestoneFacts } from './derived/eligibility-sql';
import guidelineChangesSql from './guideline-changes.sql?raw';
import type { Question } from './question';
import { identifier } from './sql-text';

export interface GuidelineChangesQuestion {
  readonly cohort: CohortDefinition;
  readonly before: AssessedGuidelineId;
  readonly after: AssessedGuidelineId;
}

/** Patients by their verdicts in two versions of the guideline at one milestone; `null` is "not assessed". */
export interface GuidelineChange {
  readonly month: MilestoneMonth;
  readonly before: MilestoneVerdict | null;
  readonly after: MilestoneVerdict | null;
  readonly patients: number;
}

/** Who changes class when the version of the guideline does; those who keep their class are counted too. */
export const guidelineChanges: Question<GuidelineChangesQuestion, readonly GuidelineChange[]> = {
  id: 'guideline-changes',
  ask(engine, { cohort, before, after }, options) {
    const verdicts = milestoneMonths.flatMap((month, place) => [
      [`before_${month}m`, identifier(milestoneFacts[before][place] ?? '')],
      [`after_${month}m`, identifier(milestoneFacts[after][place] ?? '')],
    ]);
    const slots = Object.fromEntries(verdicts);
    return askCohort(
      engine,
      { question: 'guideline-changes', sql: guidelineChangesSql, cohort, slots },
      options,
      (row) => ({
        month: milestoneMonths.find((month) => month === row.number('month')) ?? 3,
        before: row.code('verdict_before', milestoneVerdicts),
        after: row.code('verdict_after', milestoneVerdicts),
        patients: row.count('patients'),
      }),
    );
  },
};
