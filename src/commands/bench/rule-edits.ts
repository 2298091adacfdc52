import { type CohortDefinition, type CohortRule, withRules } from '@core/cohort/cohort-definition';
import { readCohort } from '@core/cohort/read-cohort';

/** What is edited: a rule on a recorded fact, on a derived one, or on the linked samples. */
export const editKinds = ['patientFact', 'derivedFact', 'linkedSamples'] as const;
export type EditKind = (typeof editKinds)[number];

const range = (fact: string, min: number, unknown = 'include') => ({
  condition: { kind: 'range', fact, min },
  unknown,
});

/** Rules that stay while one is edited: what a protocol asks for anyway. */
const standing = [
  { condition: { kind: 'category', fact: 'phase', values: ['CP'] }, unknown: 'exclude' },
  { condition: { kind: 'category', fact: 'transcript', values: ['e13a2', 'e14a2'] }, unknown: 'include' },
  range('follow_up_years', 1),
];

/** The rule at step k: no two are the same, so that no answer comes from memory. */
const edited: Readonly<Record<EditKind, (step: number) => object>> = {
  patientFact: (step) => range('age', 18 + step / 2),
  derivedFact: (step) => range('tki_years', 0.5 + step / 10),
  linkedSamples: (step) => ({
    condition: {
      kind: 'events',
      table: 'molecular',
      where: [{ kind: 'range', column: 'bcr_abl1_is_pct', max: 0.1 + step / 1000 }],
      window: { of: { event: 'first_tki' }, from: 9, to: 15, unit: 'months' },
      quantifier: { kind: 'any' },
    },
    unknown: 'exclude',
  }),
};

/** Cohorts that differ in one rule, each from the one before. */
export function ruleEdits(kind: EditKind, count: number): readonly CohortDefinition[] {
  return Array.from({ length: count }, (_, step) => cohortOf([...standing, edited[kind](step)]));
}

/** The cohort with the rules that stay alone: where the edits start. */
export const beforeEdits = (): CohortDefinition => cohortOf(standing);

function cohortOf(rules: readonly object[]): CohortDefinition {
  const { file, fault } = readCohort({ format: 'cml-cohort', version: 1, rules });
  if (file === null) throw new RangeError(`a rule of the benchmark is not of the language: ${fault.path}`);
  return withRules(file.cohort, file.cohort.rules as readonly CohortRule[]);
}
