import type { UnknownPolicy } from './cohort-definition';

/** Verdict of one rule per patient, in the order of the patients: 0 not met, 1 met, 2 unknown. */
export type VerdictColumn = ArrayLike<number>;

/** One step of an attrition, ready to be counted. */
export interface JudgedRule {
  readonly verdicts: VerdictColumn;
  readonly unknown: UnknownPolicy;
}

/**
 * Patients who have the same verdicts: bit k of `notMet` and of `unknown` is rule k. The smallest table from which any
 * order of the rules can be counted.
 */
export interface RulePattern {
  readonly notMet: number;
  readonly unknown: number;
  readonly patients: number;
}

/** Bit k is set when rule k keeps the patient out. */
export function failedRules(rules: readonly JudgedRule[], patients: number): Uint32Array {
  const failed = new Uint32Array(patients);
  rules.forEach(({ verdicts, unknown }, k) => {
    const bit = 1 << k;
    const unknownPasses = unknown === 'include';
    for (let i = 0; i < patients; i++) {
      const verdict = verdicts[i] as number;
      if (verdict === 0 || (verdict === 2 && !unknownPasses)) failed[i] = (failed[i] as number) | bit;
    }
  });
  return failed;
}

/** Counts patients by their verdicts on all rules, in one pass. Without rules: one pattern with everybody. */
export function rulePatterns(verdicts: readonly VerdictColumn[], patients: number): readonly RulePattern[] {
  const notMet = new Uint32Array(patients);
  const unknown = new Uint32Array(patients);
  verdicts.forEach((column, k) => {
    const bit = 1 << k;
    for (let i = 0; i < patients; i++) {
      const verdict = column[i] as number;
      if (verdict === 0) notMet[i] = (notMet[i] as number) | bit;
      else if (verdict === 2) unknown[i] = (unknown[i] as number) | bit;
    }
  });
  const counts = new Map<number, Map<number, number>>();
  for (let i = 0; i < patients; i++) {
    const byUnknown = counts.get(notMet[i] as number) ?? new Map<number, number>();
    counts.set(notMet[i] as number, byUnknown);
    const key = unknown[i] as number;
    byUnknown.set(key, (byUnknown.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([not, byUnknown]) =>
    [...byUnknown].map(([open, count]) => ({ notMet: not, unknown: open, patients: count })),
  );
}
