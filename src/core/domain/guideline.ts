import { type Milestone, type MilestoneMonth, milestoneWindows } from './milestone';

export const guidelineIds = ['ELN2013', 'ELN2020', 'ELN2025'] as const;
export type GuidelineId = (typeof guidelineIds)[number];

/** What is asked of every sample on treatment, outside of the milestones. */
export interface AnyTimeRules {
  /**
   * `single`: one sample above 0.1 % after MMR is a loss. `confirmed`: two consecutive tests above 0.1 %, one of them
   * at or above `oneAtLeastPercent`.
   */
  readonly lossOfMmr:
    | { readonly kind: 'single'; readonly verdict: 'warning' }
    | { readonly kind: 'confirmed'; readonly verdict: 'failure'; readonly oneAtLeastPercent: number };
  /** Limits for samples that no milestone judges; `null` where the guideline gives none. */
  readonly limits: { readonly optimalToPercent: number; readonly failureAbovePercent: number } | null;
}

/** One version of a guideline. `null` milestones: the version exists, its tables are not available to this dashboard. */
export interface Guideline {
  readonly id: GuidelineId;
  readonly title: string;
  readonly source: string;
  readonly milestones: readonly Milestone[] | null;
  readonly anyTime: AnyTimeRules | null;
}

/** A version whose tables are known. */
export interface AssessedGuideline extends Guideline {
  readonly milestones: readonly [Milestone, Milestone, Milestone];
  readonly anyTime: AnyTimeRules;
}

const [three, six, twelve] = milestoneWindows;
const included = true;
const confirmation = null;

/**
 * European LeukemiaNet, 2013: molecular part of the milestones.
 *
 * At 6 months optimal is below 1 %, 1 % itself is a warning. At 3 months only the karyotype and the blood count know a
 * failure, so that there is none here. The cytogenetic alternatives ("and/or Ph+ …") are not used: a karyotype is
 * recorded of few patients, and mixing the two would make the classes of those patients incomparable.
 */
export const eln2013 = {
  id: 'ELN2013',
  title: 'European LeukemiaNet 2013',
  source: 'Baccarani et al., Blood 2013, doi:10.1182/blood-2013-05-501569',
  milestones: [
    { ...three, optimal: { percent: 10, included }, failureAbovePercent: null, confirmation },
    { ...six, optimal: { percent: 1, included: false }, failureAbovePercent: 10, confirmation },
    { ...twelve, optimal: { percent: 0.1, included }, failureAbovePercent: 1, confirmation },
  ],
  anyTime: { lossOfMmr: { kind: 'confirmed', verdict: 'failure', oneAtLeastPercent: 1 }, limits: null },
} as const satisfies AssessedGuideline;

/**
 * European LeukemiaNet, 2020.
 *
 * At 3 months more than 10 % is a failure only if a second sample 1 to 3 months later confirms it. Mutations and
 * chromosomal abnormalities, which the "any time" line names too, are not used.
 */
export const eln2020 = {
  id: 'ELN2020',
  title: 'European LeukemiaNet 2020',
  source: 'Hochhaus et al., Leukemia 2020, doi:10.1038/s41375-020-0776-2',
  milestones: [
    {
      ...three,
      optimal: { percent: 10, included },
      failureAbovePercent: null,
      confirmation: { abovePercent: 10, fromMonths: 1, toMonths: 3 },
    },
    { ...six, optimal: { percent: 1, included }, failureAbovePercent: 10, confirmation },
    { ...twelve, optimal: { percent: 0.1, included }, failureAbovePercent: 1, confirmation },
  ],
  anyTime: {
    lossOfMmr: { kind: 'single', verdict: 'warning' },
    limits: { optimalToPercent: 0.1, failureAbovePercent: 1 },
  },
} as const satisfies AssessedGuideline;

/** The fifth version, 2025: only its abstract was seen, so that no limit is given here rather than a guessed one. */
export const eln2025: Guideline = {
  id: 'ELN2025',
  title: 'European LeukemiaNet 2025',
  source: 'Leukemia 2025;39(8):1797-1813, tables not available',
  milestones: null,
  anyTime: null,
};

export const guidelines: Readonly<Record<GuidelineId, Guideline>> = Object.freeze({
  ELN2013: eln2013,
  ELN2020: eln2020,
  ELN2025: eln2025,
});

export const assessedGuidelines = [eln2013, eln2020] as const;
export type AssessedGuidelineId = 'ELN2013' | 'ELN2020';

/** The milestone of a guideline at a month; `null` when its tables are not available. */
export const milestoneOf = (id: GuidelineId, month: MilestoneMonth): Milestone | null =>
  guidelines[id].milestones?.find((milestone) => milestone.month === month) ?? null;
