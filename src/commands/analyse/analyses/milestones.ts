import type { Analysis } from '@commands/analyse/analysis';
import { type MilestoneGroup, milestoneGroups, milestones } from '@core/analyses/milestones';
import { type AssessedGuidelineId, assessedGuidelines } from '@core/domain/guideline';
import { milestonePatterns } from '@data/queries/milestone-patterns';

interface Choices {
  readonly guideline: AssessedGuidelineId;
  readonly by: MilestoneGroup;
}

/** Milestones at 3, 6 and 12 months, their flows, and the same by first TKI or by centre. */
export const milestonesAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'guideline', 'by']);
    return {
      guideline: field.has('guideline')
        ? field.get('guideline').oneOf(assessedGuidelines.map(({ id }) => id))
        : 'ELN2020',
      by: field.has('by') ? field.get('by').oneOf(milestoneGroups) : 'first_tki',
    };
  },
  run: async (engine, cohort, { guideline, by }) => {
    const { signal } = new AbortController();
    return milestones(await milestonePatterns.ask(engine, { cohort, guideline, groupBy: by }, { signal }));
  },
};
