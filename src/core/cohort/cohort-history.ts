import { type CohortDefinition, factOf } from './cohort-definition';
import { definitionText, saysTheSame } from './same-definition';

/** Definitions gone through: the last of `past` is what undo brings back, the first of `future` what redo does. */
export interface CohortHistory {
  readonly past: readonly CohortDefinition[];
  readonly present: CohortDefinition;
  readonly future: readonly CohortDefinition[];
  /** The edit that made the present, while it may still go on; `null` after an undo or a redo. */
  readonly edit: CohortEdit | null;
}

/** An edit that may still go on. */
export interface CohortEdit {
  /** What was edited: one fact, or the rule of one place. */
  readonly subject: string;
  readonly atMilliseconds: number;
}

/** Steps that can be undone. */
const mostSteps = 200;
/** Edits of the same rule that follow each other within this time are one: a drag, the arrows of a slider. */
const sameEditMilliseconds = 600;

export const historyOf = (present: CohortDefinition): CohortHistory =>
  Object.freeze({ past: [], present, future: [], edit: null });

/**
 * The history after the cohort has become another one, however that happened: an edit, the buttons of this page, or
 * those of the browser. What equals the last of the past is an undo, what equals the first of the future a redo, and
 * what goes on with an edit replaces it.
 *
 * @param atMilliseconds  when, on any clock that goes on
 */
export function historyWith(
  steps: CohortHistory,
  cohort: CohortDefinition,
  atMilliseconds: number,
): CohortHistory {
  const { past, present, future, edit } = steps;
  if (saysTheSame(cohort, present)) return steps;
  const before = past.at(-1);
  if (before !== undefined && saysTheSame(cohort, before)) {
    return Object.freeze({
      past: past.slice(0, -1),
      present: cohort,
      future: [present, ...future],
      edit: null,
    });
  }
  const [next] = future;
  if (next !== undefined && saysTheSame(cohort, next)) {
    return Object.freeze({
      past: [...past, present],
      present: cohort,
      future: future.slice(1),
      edit: null,
    });
  }
  const subject = editedSubject(present, cohort);
  const madeBy = subject === null ? null : { subject, atMilliseconds };
  const isSameStep = goesOn(edit, subject, atMilliseconds);
  return Object.freeze({
    past: isSameStep ? past : [...past, present].slice(-mostSteps),
    present: cohort,
    future: [],
    edit: madeBy,
  });
}

/** Whether an edit of a subject goes on with the one before it. */
export function goesOn(edit: CohortEdit | null, subject: string | null, atMilliseconds: number): boolean {
  return (
    edit !== null && edit.subject === subject && atMilliseconds - edit.atMilliseconds <= sameEditMilliseconds
  );
}

/**
 * What one edit was about: the fact whose rules alone differ, or the place of the one rule that differs; `null` for
 * a removal and for anything larger.
 */
export function editedSubject(before: CohortDefinition, after: CohortDefinition): string | null {
  if (!saysTheSame(before.index, after.index)) return null;
  const texts = [before, after].map(({ rules }) => new Set(rules.map(definitionText)));
  const onlyBefore = before.rules.filter((rule) => !texts[1]?.has(definitionText(rule)));
  const onlyAfter = after.rules.filter((rule) => !texts[0]?.has(definitionText(rule)));
  // A rule that goes away is a step of its own, whatever was done to it just before.
  if (onlyAfter.length === 0) return null;
  const facts = new Set([...onlyBefore, ...onlyAfter].map(factOf));
  const [fact] = facts;
  if (facts.size === 1 && fact !== null && fact !== undefined) return `fact ${fact}`;
  if (before.rules.length !== after.rules.length || onlyBefore.length !== 1 || onlyAfter.length !== 1)
    return null;
  const place = before.rules.indexOf(onlyBefore[0] as (typeof before.rules)[number]);
  return after.rules[place] === onlyAfter[0] ? `place ${place}` : null;
}
