import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { AttritionStep } from '@core/cohort/attrition';
import type { CohortDefinition, Condition } from '@core/cohort/cohort-definition';
import { cohortCharts } from '@data/queries/cohort-charts';
import { useEffect, useMemo, useState } from 'react';
import { useAnswer } from './use-answer';

/** How a condition answers over all patients; `refreshing` while it was counted for the condition before. */
export interface ConditionCount {
  readonly overall: AttritionStep['overall'];
  readonly refreshing: boolean;
}

/** Typing pauses for this long before a condition is counted: a count over samples can take a second. */
const pauseMilliseconds = 200;

/** Counts a condition that is being edited; `null` while there is none, or before the first count. */
export function useConditionCount(
  condition: Condition | null,
  index: AnchorEvent,
): ConditionCount | Error | null {
  const text = JSON.stringify(condition);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  const cohort = useMemo((): CohortDefinition => {
    const counted = JSON.parse(asked) as Condition | null;
    return { index, rules: counted === null ? [] : [{ condition: counted, unknown: 'exclude' }] };
  }, [asked, index]);
  const state = useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort, facts: [] }), [cohort]),
  );
  if (condition === null || state.kind === 'asking') return null;
  if (state.kind === 'failed') return state.error;
  const overall = state.answer.attrition.steps[1]?.overall;
  return overall === undefined ? null : { overall, refreshing: state.refreshing || asked !== text };
}
