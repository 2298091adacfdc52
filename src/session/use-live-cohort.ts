import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import { withRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { markCohortChange } from './redraw-clock';
import { useCohort, useCohortEditor } from './use-url';

/** A cohort that is being drawn with the pointer, and the cohort of the address that it started from, as text. */
interface Drawing {
  readonly from: string;
  readonly cohort: CohortDefinition;
}

let drawing: Drawing | null = null;
/** Drawn while the one before was still being counted; only the latest is kept. */
let waiting: Drawing | null = null;
let isBusy = false;
const readers = new Set<() => void>();

function setDrawing(next: Drawing | null): void {
  if (drawing === next) return;
  drawing = next;
  for (const tell of readers) tell();
}

/** One drawing at a time and then the latest: to begin anew at every frame would be never to finish one. */
function present(next: Drawing): void {
  if (isBusy) {
    waiting = next;
    return;
  }
  if (JSON.stringify(next.cohort) === (drawing === null ? next.from : JSON.stringify(drawing.cohort))) return;
  isBusy = true;
  markCohortChange();
  setDrawing(next);
}

function forget(): void {
  waiting = null;
  isBusy = false;
  setDrawing(null);
}

/** To be called when the counts of what is drawn stand on the screen, or never will. */
export function drawingStands(): void {
  const next = waiting;
  waiting = null;
  isBusy = false;
  if (next !== null) present(next);
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

/**
 * The cohort that counts follow: the one of the address, or the one under the pointer while a brush is drawn. A drawing
 * stays out of the address until it is let go, so that it is one step back, not hundreds.
 */
export function useLiveCohort(): CohortDefinition {
  const { cohort } = useCohort();
  const drawn = useSyncExternalStore(subscribe, () => drawing);
  const text = useMemo(() => JSON.stringify(cohort), [cohort]);
  // A drawing that began on another cohort is over: it was kept, or somebody went back.
  return drawn !== null && drawn.from === text ? drawn.cohort : cohort;
}

export interface RuleDrawing {
  /** Shows the cohort with this rule, without changing the address. */
  readonly draw: (fact: FactId, rule: CohortRule | null) => void;
  /** Puts what was drawn last into the address. */
  readonly keep: () => void;
  /** Forgets what was drawn. */
  readonly drop: () => void;
}

/** Ways to draw a rule on the cohort of the address; the same functions for as long as the screen lives. */
export function useRuleDrawing(): RuleDrawing {
  const { cohort } = useCohort();
  const { setCohort } = useCohortEditor();
  const text = useMemo(() => JSON.stringify(cohort), [cohort]);
  const shown = useRef({ cohort, text });
  useLayoutEffect(() => {
    shown.current = { cohort, text };
    if (drawing !== null && drawing.from !== text) forget();
  }, [cohort, text]);
  return useMemo(() => {
    const draw = (fact: FactId, rule: CohortRule | null) => {
      const { cohort: before, text: from } = shown.current;
      present({ from, cohort: withRule(before, fact, rule) });
    };
    const keep = () => {
      const latest = waiting ?? drawing;
      waiting = null;
      isBusy = false;
      if (latest === null) return;
      if (JSON.stringify(latest.cohort) === shown.current.text) forget();
      else setCohort(latest.cohort);
    };
    return { draw, keep, drop: forget };
  }, [setCohort]);
}
