import type { Analysis } from '@commands/analyse/analysis';
import { type AssessedGuidelineId, assessedGuidelines } from '@core/domain/guideline';
import { guidelineChanges } from '@data/queries/guideline-changes';

interface Choices {
  readonly before: AssessedGuidelineId;
  readonly after: AssessedGuidelineId;
}

/** Who changes class at each milestone between two versions of the guideline; who keeps it is counted too. */
export const guidelineChangesAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'before', 'after']);
    const version = (name: string, usual: AssessedGuidelineId) =>
      field.has(name) ? field.get(name).oneOf(assessedGuidelines.map(({ id }) => id)) : usual;
    return { before: version('before', 'ELN2013'), after: version('after', 'ELN2020') };
  },
  run: async (engine, cohort, { before, after }) => ({
    changes: await guidelineChanges.ask(
      engine,
      { cohort, before, after },
      { signal: new AbortController().signal },
    ),
  }),
};
