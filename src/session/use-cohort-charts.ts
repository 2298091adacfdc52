import { type AnswerState, whileBehind } from '@core/base/answer-state';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortCharts, cohortCharts, isCountedHere, readAhead } from '@data/queries/cohort-charts';
import { useDeferredValue, useLayoutEffect, useMemo } from 'react';
import { useAnswer } from './use-answer';
import { useExtract } from './use-extract';
import { useLiveCohort } from './use-live-cohort';

const noFacts: readonly FactId[] = [];

/**
 * The attrition of the cohort and the counts of some facts; they follow a brush. What can be counted from memory is there
 * with the change itself.
 */
export function useCohortCharts(facts: readonly FactId[] = noFacts): AnswerState<CohortCharts> {
  const { engine } = useExtract();
  const live = useLiveCohort();
  // Before any question of this drawing is asked: the figures take seconds over a million patients, a fact takes none.
  useLayoutEffect(() => readAhead(engine, live), [engine, live]);
  // Deferred: the figures ask first, and their answers are drawn before counts that the engine must be asked for.
  const deferred = useDeferredValue(live);
  const isHere = useMemo(() => isCountedHere(engine, { cohort: live, facts }), [engine, live, facts]);
  const cohort = isHere ? live : deferred;
  const state = useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort, facts }), [cohort, facts]),
  );
  return whileBehind(state, cohort !== live);
}
