import type { AnswerState } from '@core/base/answer-state';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortCharts, cohortCharts } from '@data/queries/cohort-charts';
import { useDeferredValue, useMemo } from 'react';
import { useAnswer } from './use-answer';
import { useLiveCohort } from './use-live-cohort';

const noFacts: readonly FactId[] = [];

/** The attrition of the cohort and the counts of some facts, a moment after the figures; they follow a brush. */
export function useCohortCharts(facts: readonly FactId[] = noFacts): AnswerState<CohortCharts> {
  const live = useLiveCohort();
  // Deferred: the figures ask first, and their answers are drawn before the counts.
  const cohort = useDeferredValue(live);
  const state = useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort, facts }), [cohort, facts]),
  );
  return state.kind === 'answered' && cohort !== live ? { ...state, refreshing: true } : state;
}
