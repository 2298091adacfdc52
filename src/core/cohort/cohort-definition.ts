import {
  type CategoricalVariable,
  type CohortVariable,
  cohortVariables,
  type NumericVariable,
} from './patient-facts';

/** What happens to a patient for whom a rule cannot be answered. */
export type UnknownPolicy = 'exclude' | 'include';

/** Met when the patient's category is one of `values`. */
export interface CategoryRule {
  readonly kind: 'category';
  readonly variable: CategoricalVariable;
  readonly values: readonly string[];
  readonly unknown: UnknownPolicy;
}

/** Met when `min ≤ value ≤ max`; a bound that is `null` is open. */
export interface RangeRule {
  readonly kind: 'range';
  readonly variable: NumericVariable;
  readonly min: number | null;
  readonly max: number | null;
  readonly unknown: UnknownPolicy;
}

export type CohortRule = CategoryRule | RangeRule;

/** Patients for whom every rule holds; at most one rule per variable, in the order of `cohortVariables`. */
export interface CohortDefinition {
  readonly rules: readonly CohortRule[];
}

/** Every patient of the extract. */
export const everyone: CohortDefinition = Object.freeze({ rules: Object.freeze([]) });

/** A rule that lets everybody in: it says nothing and is dropped. */
const isVacuous = (rule: CohortRule): boolean =>
  rule.kind === 'range' && rule.min === null && rule.max === null && rule.unknown === 'include';

/**
 * The same cohort with the rule on one variable replaced, or removed when `rule` is `null`.
 *
 * A category rule without values is kept: nobody meets it, and the count says so.
 *
 * @throws RangeError if the rule is on another variable, or its range is upside down
 */
export function withRule(
  cohort: CohortDefinition,
  variable: CohortVariable,
  rule: CohortRule | null,
): CohortDefinition {
  if (rule !== null && rule.variable !== variable)
    throw new RangeError(`rule on ${rule.variable}, not ${variable}`);
  if (rule?.kind === 'range' && rule.min !== null && rule.max !== null && rule.min > rule.max) {
    throw new RangeError(`empty range for ${variable}: ${rule.min} to ${rule.max}`);
  }
  const others = cohort.rules.filter((other) => other.variable !== variable);
  const rules = rule === null || isVacuous(rule) ? others : [...others, rule];
  return Object.freeze({
    rules: Object.freeze(
      rules.toSorted((a, b) => cohortVariables.indexOf(a.variable) - cohortVariables.indexOf(b.variable)),
    ),
  });
}

export const ruleOn = (cohort: CohortDefinition, variable: CohortVariable): CohortRule | null =>
  cohort.rules.find((rule) => rule.variable === variable) ?? null;
