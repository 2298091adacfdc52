import type { CohortDefinition, CohortRule } from './cohort-definition';
import type { PatientFacts } from './patient-facts';

/** Three-valued answer of one rule for one patient. */
export type Verdict = 'met' | 'not-met' | 'unknown';

/**
 * One rule, one patient, without SQL: the slow and obvious reader that judges the compiler.
 *
 * A fact that is `null` is `unknown` for every rule on it.
 *
 * @see tests/generative/cohort-twin.test.ts holds it equal to the compiled SQL
 */
export function ruleVerdict(rule: CohortRule, patient: PatientFacts): Verdict {
  if (rule.kind === 'category') {
    const category = patient[rule.variable];
    if (category === null) return 'unknown';
    return rule.values.includes(category) ? 'met' : 'not-met';
  }
  const value = patient[rule.variable];
  if (value === null) return 'unknown';
  const above = rule.min === null || value >= rule.min;
  const below = rule.max === null || value <= rule.max;
  return above && below ? 'met' : 'not-met';
}

/** Whether a patient is in: every rule met, or unknown where the rule's policy includes the unknown. */
export function isInCohort(cohort: CohortDefinition, patient: PatientFacts): boolean {
  return cohort.rules.every((rule) => {
    const verdict = ruleVerdict(rule, patient);
    return verdict === 'met' || (verdict === 'unknown' && rule.unknown === 'include');
  });
}
