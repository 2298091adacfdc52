import type { AttritionStep } from '@core/cohort/attrition';
import { createContext, useContext } from 'react';

interface StepCounts {
  readonly patients: number;
  readonly steps: ReadonlyMap<string, AttritionStep>;
}

/** Given by context, so that new counts redraw numbers and bars, not the rows and buttons around them. */
export const StepCountsContext = createContext<StepCounts>({ patients: 0, steps: new Map() });

/** The counts of a rule, `null` until it has been counted. */
export function useStepCounts(key: string) {
  const { patients, steps } = useContext(StepCountsContext);
  return { patients, step: steps.get(key) ?? null };
}
