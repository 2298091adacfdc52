import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import {
  type MilestoneMonth,
  type MilestoneVerdict,
  milestoneMonths,
  milestoneVerdicts,
} from '@core/domain/milestone';
import { readyCohort } from './cohort/ready-cohort';
import { milestoneFacts } from './derived/eligibility-sql';
import guidelineChangesSql from './guideline-changes.sql?raw';
import type { Question } from './question';
import { fillSlots, identifier } from './sql-text';

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
  async ask(engine, { cohort: definition, before, after }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const verdicts = milestoneMonths.flatMap((month, place) => [
      [`before_${month}m`, identifier(milestoneFacts[before][place] ?? '')],
      [`after_${month}m`, identifier(milestoneFacts[after][place] ?? '')],
    ]);
    const sql = fillSlots(guidelineChangesSql, {
      facts,
      cohort: member.sql,
      ...Object.fromEntries(verdicts),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'guideline-changes',
      ...options,
    });
    const verdictOf = (cell: unknown) => milestoneVerdicts.find((verdict) => verdict === cell) ?? null;
    return Array.from({ length: rowCount }, (_, row) => ({
      month: milestoneMonths.find((month) => month === Number(columns.month?.[row])) ?? 3,
      before: verdictOf(columns.verdict_before?.[row]),
      after: verdictOf(columns.verdict_after?.[row]),
      patients: Number(columns.patients?.[row]),
    }));
  },
};
