import { type CohortDefinition, type FactRule, ruleOn, withRule, withRules } from './cohort-definition';
import { type FactId, isFactId } from './fact-vocabulary';

/** By which fact a list of patients is ordered; those of whom it is not known come last in both directions. */
export interface PatientOrder {
  readonly fact: FactId;
  readonly descending: boolean;
}

/**
 * Patients of a cohort, narrowed by filters that are not rules of the cohort, in the order of a fact and then of the
 * patient's key; without an order, in that of the key alone.
 */
export interface PatientListDefinition {
  readonly cohort: CohortDefinition;
  readonly filters: readonly FactRule[];
  readonly order: PatientOrder | null;
}

/** Columns of the list until the reader chooses others. */
export const listedFacts: readonly FactId[] = [
  'sex',
  'age',
  'diagnosis_year',
  'phase',
  'transcript',
  'elts',
  'first_line_drug',
  'tki_lines',
  'best_response',
  'follow_up_years',
  'vital_status',
];

/** An order as text, `age` or `-age`. */
export const orderText = ({ fact, descending }: PatientOrder): string => `${descending ? '-' : ''}${fact}`;

/** The order that a text names, `null` when it names none. */
export function orderOfText(text: string | undefined): PatientOrder | null {
  const fact = text?.replace(/^-/, '') ?? '';
  return isFactId(fact) ? { fact, descending: text?.startsWith('-') === true } : null;
}

/**
 * The cohort with a filter of the list as one more rule: exactly the patients that the filter left. A fact that has a
 * rule already keeps it, and both must hold.
 *
 * @throws RangeError beyond the number of rules that a cohort may have
 */
export function withFilterAsRule(cohort: CohortDefinition, filter: FactRule): CohortDefinition {
  return ruleOn(cohort, filter.condition.fact) === null
    ? withRule(cohort, filter.condition.fact, filter)
    : withRules(cohort, [...cohort.rules, filter]);
}
