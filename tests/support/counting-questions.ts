import { periodOutcomeIds } from '@core/analyses/outcome-periods';
import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { cohortFromUrl } from '@core/cohort/cohort-url';
import { keyAdverseEventIds } from '@core/domain/adverse-event';
import { indicatorIds } from '@core/domain/indicator';
import { questionnaireScaleIds } from '@core/domain/questionnaire';
import { accrualRows } from '@data/queries/accrual';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { sampleWaitRows } from '@data/queries/monitoring/waits-for-sample';
import { outcomePeriodRows } from '@data/queries/outcome-periods';
import type { Question } from '@data/queries/question';
import { questionnaireRows } from '@data/queries/questionnaire-rows';
import { adverseEvents } from '@data/queries/safety/adverse-events';
import { keyEventRows } from '@data/queries/safety/key-event';
import { firstLineDrugRows } from '@data/queries/treatment/first-line-drugs';
import { doseRows } from '@data/queries/treatment/first-year-dose';
import { drugTimeRows } from '@data/queries/treatment/time-on-drug';
import { treatmentPathwayRows } from '@data/queries/treatment/treatment-pathways';

/** Everybody, some, others, and nobody. */
export const countedCohorts: readonly CohortDefinition[] = [
  everyone,
  cohortFromUrl({ sex: 'F', age: '40..' }).cohort,
  cohortFromUrl({ transcript: 'e13a2,?', elts: 'high,?' }).cohort,
  // Nobody.
  cohortFromUrl({ age: '119..' }).cohort,
];

export interface CountingQuestion {
  readonly name: string;
  readonly question: Question<never, unknown>;
  readonly others: object;
}

const asked = <Parameters extends { readonly cohort: CohortDefinition }>(
  question: Question<Parameters, unknown>,
  others: Omit<Parameters, 'cohort'>,
): CountingQuestion => ({
  name: `${question.id} ${Object.values(others).join(' ')}`,
  question: question as Question<never, unknown>,
  others,
});

/** Every question of the figures of practice, and its splits. */
export const countingQuestions: readonly CountingQuestion[] = [
  ...[accrualRows, firstLineDrugRows, treatmentPathwayRows, drugTimeRows, doseRows, sampleWaitRows].map(
    (question) => asked<{ cohort: CohortDefinition }>(question, {}),
  ),
  asked(adverseEvents, {}),
  ...keyAdverseEventIds.map((event) => asked(keyEventRows, { event })),
  ...periodOutcomeIds.map((outcome) => asked(outcomePeriodRows, { outcome })),
  ...questionnaireScaleIds.flatMap((scale) =>
    [null, 'first_line' as const, 'phase' as const].map((groupBy) =>
      asked(questionnaireRows, { scale, groupBy }),
    ),
  ),
  ...indicatorIds.flatMap((indicator) => [
    asked(indicatorCounts, { indicator, groupBy: null, stratum: null }),
    asked(indicatorCounts, { indicator, groupBy: 'elts', stratum: null }),
    asked(indicatorCounts, { indicator, groupBy: 'centre', stratum: 'elts' }),
  ]),
];
