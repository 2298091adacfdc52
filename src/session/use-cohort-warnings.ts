import type { AnswerState } from '@core/base/answer-state';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type CohortWarnings, cohortWarnings } from '@data/queries/quality/cohort-warnings';
import { useIsFetching } from '@tanstack/react-query';
import { useAnswer } from './use-answer';

/** Which warnings touch a cohort, asked when nothing else is: no figure waits for it. */
export function useCohortWarnings(cohort: CohortDefinition): AnswerState<CohortWarnings> {
  const others = useIsFetching({ predicate: ({ queryKey }) => !queryKey.includes(cohortWarnings.id) });
  return useAnswer(cohortWarnings, cohort, others === 0);
}
