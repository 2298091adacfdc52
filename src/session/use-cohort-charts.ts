import type { AnswerState } from '@core/base/answer-state';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortCharts, cohortCharts } from '@data/queries/cohort-charts';
import { useDeferredValue, useMemo, useState } from 'react';
import { useAnswer } from './use-answer';
import { useLiveCohort } from './use-live-cohort';

const noFacts: readonly FactId[] = [];

/** The attrition of the cohort and the counts of some facts, a moment after the figures; they follow a brush. */
export function useCohortCharts(facts: readonly FactId[] = noFacts): AnswerState<CohortCharts> {
  const live = useLiveCohort();
  // Deferred: the figures ask first, and their answers are drawn before the counts.
  const { cohort, drawing } = useDeferredValue(live);
  const [asked, setAsked] = useState<CohortDefinition>(cohort);
  const state = useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort: asked, facts }), [asked, facts]),
  );
  const busy = state.kind === 'asking' || (state.kind === 'answered' && state.refreshing);
  // While a brush is drawn, one question at a time and then the latest: to cancel each would be never to answer.
  if (asked !== cohort && !(drawing && busy)) setAsked(cohort);
  if (state.kind !== 'answered' || asked === live.cohort) return state;
  return { ...state, refreshing: true };
}
