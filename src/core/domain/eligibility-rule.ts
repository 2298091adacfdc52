import { type AssessedGuidelineId, eln2025 } from './guideline';
import type { MilestoneVerdict } from './milestone';

/** A duration that must be reached, or passed where the source says "more than". */
export interface AtLeast {
  readonly amount: number;
  readonly strictly: boolean;
}

/** One thing that a rule asks before a TKI may be stopped. `unverified`: from memory of the field, source not read. */
export type EligibilityCriterion = { readonly unverified?: true } & (
  | { readonly kind: 'first_chronic_phase' }
  | { readonly kind: 'adult'; readonly years: number }
  /** First TKI line, or a later one when intolerance is the recorded end of every earlier one. */
  | { readonly kind: 'tki_lines'; readonly most: number }
  | { readonly kind: 'typical_transcript' }
  /** `secondGenerationYears`: shorter time that is enough when every TKI was one of the second generation. */
  | {
      readonly kind: 'tki_years';
      readonly years: AtLeast;
      readonly secondGenerationYears: AtLeast | null;
    }
  /** One of these is enough; each is the run up to the day of the decision. */
  | {
      readonly kind: 'deep_response';
      readonly anyOf: readonly { readonly depth: 'MR4' | 'MR4.5'; readonly months: AtLeast }[];
    }
  /** No TKI line ended for resistance or progression. */
  | { readonly kind: 'no_resistance' }
  /** None of these verdicts at the milestones of months 3, 6 and 12; a milestone that was not assessed says nothing. */
  | {
      readonly kind: 'no_milestone_verdict';
      readonly guideline: AssessedGuidelineId;
      readonly verdicts: readonly MilestoneVerdict[];
    }
  | { readonly kind: 'no_transplant' }
);
export type CriterionKind = EligibilityCriterion['kind'];

/** What a source also asks and no extract can tell: such a criterion is named beside the answer, and never judged. */
export type UnknowableCriterion = 'motivation' | 'laboratory' | 'monitoring';

export interface EligibilityRule {
  readonly id: EligibilityRuleId;
  readonly source: string;
  readonly criteria: readonly EligibilityCriterion[];
  readonly notJudged: readonly UnknowableCriterion[];
}

export const eligibilityRuleIds = [
  'eln2020_minimal',
  'eln2020_optimal',
  'filmc2018',
  'euroski',
  'observatory',
] as const;
export type EligibilityRuleId = (typeof eligibilityRuleIds)[number];

const reached = (amount: number): AtLeast => ({ amount, strictly: false });
const moreThan = (amount: number): AtLeast => ({ amount, strictly: true });

const eln2020Source = 'Hochhaus et al., Leukemia 2020, doi:10.1038/s41375-020-0776-2';
const neverJudged = ['motivation', 'laboratory', 'monitoring'] as const;

/** Common to both ELN 2020 lists: first line, or second line after intolerance alone; no failure so far. */
const eln2020Course: readonly EligibilityCriterion[] = [
  { kind: 'first_chronic_phase' },
  { kind: 'tki_lines', most: 2 },
  { kind: 'typical_transcript' },
  { kind: 'no_resistance' },
  { kind: 'no_milestone_verdict', guideline: 'ELN2020', verdicts: ['failure'] },
];

const rules: Readonly<Record<EligibilityRuleId, Omit<EligibilityRule, 'id'>>> = {
  /** Stop allowed: TKI more than 5 years (4 of the second generation), MR4 more than 2 years. */
  eln2020_minimal: {
    source: eln2020Source,
    criteria: [
      ...eln2020Course,
      { kind: 'tki_years', years: moreThan(5), secondGenerationYears: moreThan(4) },
      { kind: 'deep_response', anyOf: [{ depth: 'MR4', months: moreThan(24) }] },
    ],
    notJudged: neverJudged,
  },
  /** Stop recommended for consideration: TKI more than 5 years, MR4 more than 3 years or MR4.5 more than 2. */
  eln2020_optimal: {
    source: eln2020Source,
    criteria: [
      ...eln2020Course,
      { kind: 'tki_years', years: moreThan(5), secondGenerationYears: null },
      {
        kind: 'deep_response',
        anyOf: [
          { depth: 'MR4', months: moreThan(36) },
          { depth: 'MR4.5', months: moreThan(24) },
        ],
      },
    ],
    notJudged: neverJudged,
  },
  /**
   * The French group, 2018. "No suboptimal response, no warning" is read by the ELN 2013 milestones, the version in force
   * when the recommendations were written.
   */
  filmc2018: {
    source: 'France Intergroupe des Leucémies Myéloïdes Chroniques 2018, as tabulated in PMC7520857',
    criteria: [
      { kind: 'first_chronic_phase' },
      { kind: 'typical_transcript' },
      { kind: 'no_transplant' },
      { kind: 'no_resistance' },
      { kind: 'no_milestone_verdict', guideline: 'ELN2013', verdicts: ['warning', 'failure'] },
      { kind: 'tki_years', years: reached(5), secondGenerationYears: null },
      { kind: 'deep_response', anyOf: [{ depth: 'MR4.5', months: reached(24) }] },
    ],
    notJudged: neverJudged,
  },
  /**
   * Entry of the trial: adults in chronic phase, any TKI for 3 years, MR4 for 1 year, no failure of a TKI, no allogeneic
   * transplant. That the phase must be the first, and the transcript typical, was read nowhere. "Without treatment failure by
   * European LeukemiaNet" is judged by the ends of lines here, not by milestones.
   *
   * @see Saussele et al., doi:10.1016/S1470-2045(18)30192-X, its abstract (portal.research.lu.se) · first interim analysis, its
   * abstract (linkos.cz): adults, transplant, prior failure
   */
  euroski: {
    source: 'Saussele et al., Lancet Oncol 2018;19:747, doi:10.1016/S1470-2045(18)30192-X',
    criteria: [
      { kind: 'first_chronic_phase', unverified: true },
      { kind: 'adult', years: 18 },
      { kind: 'typical_transcript', unverified: true },
      { kind: 'no_transplant' },
      { kind: 'no_resistance' },
      { kind: 'tki_years', years: reached(3), secondGenerationYears: null },
      { kind: 'deep_response', anyOf: [{ depth: 'MR4', months: reached(12) }] },
    ],
    notJudged: neverJudged,
  },
  /** The Observatory, 2022: 5 years of TKI and 2 years of MR4, nothing else. */
  observatory: {
    source: 'doi:10.1007/s00277-022-04955-z',
    criteria: [
      { kind: 'tki_years', years: reached(5), secondGenerationYears: null },
      { kind: 'deep_response', anyOf: [{ depth: 'MR4', months: reached(24) }] },
    ],
    notJudged: [],
  },
};

/** The rules by which a TKI may be stopped, as data: SQL is compiled from the same. */
export const eligibilityRules: Readonly<Record<EligibilityRuleId, EligibilityRule>> = Object.freeze(
  Object.fromEntries(
    eligibilityRuleIds.map((id) => [id, Object.freeze({ id, ...rules[id] })]),
  ) as unknown as Record<EligibilityRuleId, EligibilityRule>,
);

/** A rule that exists, and of which no criterion is given here because its table was not seen. */
export interface UnseenRule {
  readonly id: 'eln2025';
  readonly source: string;
}

/** The place of ELN 2025, whose requirements for a stop were seen in the abstract only: no patient is judged by a guess. */
export const unseenRules: readonly UnseenRule[] = [{ id: 'eln2025', source: eln2025.source }];

/** Whether an amount is enough; `null` when it is not known. */
export function isEnough(amount: number | null, { amount: needed, strictly }: AtLeast): boolean | null {
  if (amount === null) return null;
  return strictly ? amount > needed : amount >= needed;
}
