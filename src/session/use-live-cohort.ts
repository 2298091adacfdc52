import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import { withRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { markCohortChange } from './redraw-clock';
import { useCohort, useCohortEditor } from './use-url';

/** A cohort that is being drawn with the pointer, and the cohort of the address that it started from, as text. */
interface Drawing {
  readonly from: string;
  readonly cohort: CohortDefinition;
}

let drawing: Drawing | null = null;
const readers = new Set<() => void>();

function setDrawing(next: Drawing | null): void {
  if (drawing === next) return;
  drawing = next;
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

/**
 * The cohort that counts follow: the one of the address, or the one under the pointer while a brush is drawn. A drawing
 * stays out of the address until it is let go, so that it is one step back, not hundreds.
 */
export function useLiveCohort(): { readonly cohort: CohortDefinition; readonly drawing: boolean } {
  const { cohort } = useCohort();
  const drawn = useSyncExternalStore(subscribe, () => drawing);
  const text = useMemo(() => JSON.stringify(cohort), [cohort]);
  // A drawing that began on another cohort is over: it was kept, or somebody went back.
  const cohortNow = drawn !== null && drawn.from === text ? drawn.cohort : cohort;
  return useMemo(() => ({ cohort: cohortNow, drawing: cohortNow !== cohort }), [cohortNow, cohort]);
}

export interface RuleDrawing {
  /** Shows the cohort with this rule, without changing the address. */
  readonly draw: (fact: FactId, rule: CohortRule | null) => void;
  /** Puts what was drawn last into the address. */
  readonly keep: () => void;
  /** Forgets what was drawn. */
  readonly drop: () => void;
}

/** Ways to draw a rule; new ones whenever the cohort of the address is another. */
export function useRuleDrawing(): RuleDrawing {
  const { cohort } = useCohort();
  const { setCohort } = useCohortEditor();
  const text = useMemo(() => JSON.stringify(cohort), [cohort]);
  useEffect(() => {
    if (drawing !== null && drawing.from !== text) setDrawing(null);
  }, [text]);
  const draw = useCallback(
    (fact: FactId, rule: CohortRule | null) => {
      markCohortChange();
      setDrawing({ from: text, cohort: withRule(cohort, fact, rule) });
    },
    [cohort, text],
  );
  const keep = useCallback(() => {
    if (drawing === null) return;
    if (JSON.stringify(drawing.cohort) === text) setDrawing(null);
    else setCohort(drawing.cohort);
  }, [text, setCohort]);
  return useMemo(() => ({ draw, keep, drop: () => setDrawing(null) }), [draw, keep]);
}
