import type { AnswerState } from '@core/base/answer-state';
import { type CohortCounts, cohortCounts } from '@data/queries/cohort-counts';
import { useAnswer } from './use-answer';
import { useCohort } from './use-url';

/** The counts of the cohort in the address. */
export function useCohortCounts(): AnswerState<CohortCounts> {
  return useAnswer(cohortCounts, useCohort().cohort);
}
