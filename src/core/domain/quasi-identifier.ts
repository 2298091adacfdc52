/** Facts by which somebody who knows a patient could recognise them. */
export const quasiIdentifiers = ['age', 'sex', 'diagnosis_year', 'centre'] as const;
export type QuasiIdentifier = (typeof quasiIdentifiers)[number];

/** Widths of the bands in which ages are known, in years. */
export const ageBands = [1, 5, 10] as const;
export type AgeBand = (typeof ageBands)[number];

/** What somebody may know of a patient together, from little to much. */
export const knownFacts = {
  'age-sex': ['age', 'sex'],
  'age-sex-year': ['age', 'sex', 'diagnosis_year'],
  'age-sex-centre': ['age', 'sex', 'centre'],
  'age-sex-year-centre': ['age', 'sex', 'diagnosis_year', 'centre'],
} as const satisfies Readonly<Record<string, readonly QuasiIdentifier[]>>;
export type KnownFacts = keyof typeof knownFacts;
export const knownFactSets = Object.keys(knownFacts) as readonly KnownFacts[];
