import type { MethodCheck } from '@session/use-reference-check';

/** The check as a whole. */
export interface CheckSummary {
  /** Methods that are judged or whose cases could not be read. */
  readonly finished: number;
  readonly cases: number;
  readonly values: number;
  /** Methods that do not agree with R, in the order of the table. */
  readonly disagreeing: readonly MethodCheck[];
}

/** Adds the methods up; a method that is still waiting or being recomputed counts nowhere. */
export function checkSummary(methods: readonly MethodCheck[]): CheckSummary {
  const judged = methods.flatMap((one) => (one.kind === 'judged' ? [one.verdict] : []));
  const disagreeing = methods.filter(isDisagreeing);
  const unreadable = disagreeing.filter(({ kind }) => kind === 'unreadable').length;
  return {
    finished: judged.length + unreadable,
    cases: judged.reduce((sum, { cases }) => sum + cases, 0),
    values: judged.reduce((sum, { values }) => sum + values, 0),
    disagreeing,
  };
}

/** Whether a method has a case out of tolerance, or cases that could not be read. */
export function isDisagreeing(check: MethodCheck): boolean {
  return check.kind === 'unreadable' || (check.kind === 'judged' && check.verdict.fallen.length > 0);
}
