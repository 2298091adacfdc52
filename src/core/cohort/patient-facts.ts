import type { EltsGroup } from '@core/domain/elts';
import type { Drug, Phase, Sex, Transcript } from '@core/domain/extract-tables';

/** What a cohort may ask of one patient. `null` is "not known", never "no". */
export interface PatientFacts {
  readonly phase: Phase | null;
  readonly sex: Sex | null;
  readonly age: number | null;
  readonly transcript: Transcript | null;
  readonly elts: EltsGroup | null;
  readonly centre: string | null;
  readonly diagnosis_year: number | null;
  readonly first_line_drug: Drug | null;
}

/**
 * A category per patient: `phase`, `sex`, `transcript`, ELTS group, centre, and the drug of the first line.
 * Hydroxycarbamide before it is a bridge, not a line: it is the first line only of who never had another.
 */
export const categoricalVariables = [
  'phase',
  'sex',
  'transcript',
  'elts',
  'first_line_drug',
  'centre',
] as const;
export type CategoricalVariable = (typeof categoricalVariables)[number];

/** A whole number per patient: age at diagnosis in years, calendar year of diagnosis. */
export const numericVariables = ['age', 'diagnosis_year'] as const;
export type NumericVariable = (typeof numericVariables)[number];

export type CohortVariable = CategoricalVariable | NumericVariable;

/** The order in which rules are shown, written in the URL and numbered in results. */
export const cohortVariables: readonly CohortVariable[] = [
  'phase',
  'sex',
  'age',
  'transcript',
  'elts',
  'diagnosis_year',
  'first_line_drug',
  'centre',
];

export const isNumericVariable = (variable: CohortVariable): variable is NumericVariable =>
  (numericVariables as readonly string[]).includes(variable);
