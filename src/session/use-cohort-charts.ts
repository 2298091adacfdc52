import type { AnswerState } from '@core/base/answer-state';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortCharts, cohortCharts } from '@data/queries/cohort-charts';
import { useDeferredValue, useMemo } from 'react';
import { useAnswer } from './use-answer';
import { useCohort } from './use-url';

const noFacts: readonly FactId[] = [];

/** The attrition of the cohort in the address and the counts of some facts, a moment after the figures. */
export function useCohortCharts(facts: readonly FactId[] = noFacts): AnswerState<CohortCharts> {
  // Deferred: the figures ask first, and their answers are drawn before the counts.
  const cohort = useDeferredValue(useCohort().cohort);
  return useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort, facts }), [cohort, facts]),
  );
}
