/** Part of the ABL1 kinase domain, by residues of ABL1 isoform 1a, both ends included. */
export interface KinaseRegion {
  readonly id: 'p_loop' | 'gatekeeper' | 'activation_loop';
  readonly from: number;
  readonly to: number;
}

/** The tyrosine kinase domain of ABL1 (isoform 1a) and its parts; the limits are unverified, sources differ by a few residues. */
export const kinaseDomain = { from: 242, to: 493 } as const;
export const kinaseRegions: readonly KinaseRegion[] = [
  { id: 'p_loop', from: 248, to: 256 },
  { id: 'gatekeeper', from: 315, to: 315 },
  { id: 'activation_loop', from: 381, to: 402 },
];

/** The drugs of which it is asked whether a variant escapes them. */
export const mutationDrugs = [
  'imatinib',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'ponatinib',
  'asciminib',
] as const;
export type MutationDrug = (typeof mutationDrugs)[number];

/** `second_hand`: read in a source that is not the original; `unverified`: from memory of the field, no source read. */
export type Certainty = 'second_hand' | 'unverified';

/** What is known of a variant under a drug; `null` is not known, which is neither "escapes" nor "active". */
export type DrugActivity = { readonly activity: 'escapes' | 'active'; readonly certainty: Certainty } | null;

const escapes = { activity: 'escapes', certainty: 'unverified' } as const;
const active = { activity: 'active', certainty: 'second_hand' } as const;

/**
 * Which drugs a variant escapes, as far as it is known here. Nothing is inferred from a neighbour at the same residue.
 *
 * Every "escapes" is unverified; that ponatinib and asciminib act on T315I was read second-hand. What is not listed is not
 * known: sensitivity in a dish is no list of the guidelines, and no table of theirs was read.
 */
const known: Readonly<Record<string, Readonly<Partial<Record<MutationDrug, DrugActivity>>>>> = {
  T315I: {
    imatinib: escapes,
    dasatinib: escapes,
    nilotinib: escapes,
    bosutinib: escapes,
    ponatinib: active,
    asciminib: active,
  },
  V299L: { dasatinib: escapes },
  F317L: { dasatinib: escapes },
  Y253H: { nilotinib: escapes },
  E255K: { nilotinib: escapes },
  E255V: { nilotinib: escapes },
  F359V: { nilotinib: escapes },
};

/**
 * What is known of a variant under each drug.
 *
 * @see tests/unit/core/domain/kinase-mutation.test.ts
 */
export function drugActivity(variant: string): Readonly<Record<MutationDrug, DrugActivity>> {
  return Object.fromEntries(
    mutationDrugs.map((drug) => [drug, known[variant.trim()]?.[drug] ?? null]),
  ) as Record<MutationDrug, DrugActivity>;
}

/** The residue of a substitution, written as `T315I` or `p.T315I`; `null` for anything else (an insertion, free text). */
export function mutationResidue(variant: string): number | null {
  const [, residue] = /^(?:p\.)?[A-Z](\d{1,4})[A-Z]$/.exec(variant.trim()) ?? [];
  return residue === undefined ? null : Number(residue);
}

/** The part of the domain that a residue lies in; `null` between the parts and outside. */
export const regionOf = (residue: number): KinaseRegion['id'] | null =>
  kinaseRegions.find(({ from, to }) => residue >= from && residue <= to)?.id ?? null;
