import type { CohortDefinition } from '@core/cohort/cohort-definition';

const held: CohortDefinition[] = [];
const texts = new Map<string, number>();

/** Keeps a cohort that is too long for a link in the memory of this page, and returns the number that names it. */
export function holdCohort(cohort: CohortDefinition): number {
  const text = JSON.stringify(cohort);
  const known = texts.get(text);
  if (known !== undefined) return known;
  held.push(cohort);
  texts.set(text, held.length);
  return held.length;
}

/** The cohort of a number; `null` when this page holds none of it: it was opened from another page's link. */
export function heldCohort(number: string): CohortDefinition | null {
  return /^[1-9]\d*$/.test(number) ? (held[Number(number) - 1] ?? null) : null;
}
