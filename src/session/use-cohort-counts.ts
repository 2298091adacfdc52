import type { AnswerState } from '@core/base/answer-state';
import { type CohortCounts, cohortCounts } from '@data/queries/cohort-counts';
import { useDeferredValue } from 'react';
import { useAnswer } from './use-answer';
import { useCohort } from './use-url';

/** The counts of the cohort in the address, a moment after the figures. */
export function useCohortCounts(): AnswerState<CohortCounts> {
  // Deferred: the figures ask first, and their answers are drawn before the counts.
  return useAnswer(cohortCounts, useDeferredValue(useCohort().cohort));
}
