/** Part of the ABL1 kinase domain, by residues of ABL1 isoform 1a, both ends included. */
export interface KinaseRegion {
  readonly id: 'p_loop' | 'gatekeeper' | 'activation_loop';
  readonly from: number;
  readonly to: number;
}

/**
 * The tyrosine kinase domain of ABL1 (isoform 1a) and its parts. The domain was read second-hand, as residues 261 to 512 of
 * isoform 1b, which is 19 residues longer; the limits of the P-loop and of the activation loop are unverified, sources differ by
 * a few residues.
 *
 * @see rndsystems.com/research-area/abl-kinase (domain) · ashpublications.org/view-large/9528714 (19 residues)
 */
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

/** `second_hand`: read in a source that is not the original. Nothing from memory alone is said. */
export type Certainty = 'second_hand';

/** What is known of a variant under a drug; `null` is not known, which is neither "escapes" nor "active". */
export type DrugActivity = { readonly activity: 'escapes' | 'active'; readonly certainty: Certainty } | null;

const escapes = { activity: 'escapes', certainty: 'second_hand' } as const;
const active = { activity: 'active', certainty: 'second_hand' } as const;

/**
 * Which drugs a variant escapes, as far as it is known here. Nothing is inferred from a neighbour at the same residue.
 *
 * "Escapes" is found in patients resistant to the drug, as tables of reviews list it: the first table below for dasatinib,
 * nilotinib and bosutinib; for imatinib two of the three. That ponatinib and asciminib act on T315I was read second-hand too.
 * What is not listed is not known: sensitivity in a dish is no list of the guidelines, and no table of theirs was read. The third
 * table gives Y253H, E255 and F359 to dasatinib, against the first, which has them under nilotinib: that row was not followed.
 *
 * @see ashpublications.org/view-large/7391682 (Table 1, substitutions of patients resistant to each drug) ·
 * ashpublications.org/view-large/9528714 (Table 1, imatinib) · PMC8724906 (Table 1, doi:10.3389/fonc.2021.801779)
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
  V299L: { dasatinib: escapes, bosutinib: escapes },
  F317L: { imatinib: escapes, dasatinib: escapes },
  Y253F: { imatinib: escapes, nilotinib: escapes },
  Y253H: { imatinib: escapes, nilotinib: escapes },
  E255K: { imatinib: escapes, nilotinib: escapes },
  E255V: { nilotinib: escapes },
  F359V: { imatinib: escapes, nilotinib: escapes },
  M244V: { imatinib: escapes },
  G250E: { imatinib: escapes },
  M351T: { imatinib: escapes },
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
