export const milestoneVerdicts = ['optimal', 'warning', 'failure'] as const;
export type MilestoneVerdict = (typeof milestoneVerdicts)[number];

export const milestoneMonths = [3, 6, 12] as const;
export type MilestoneMonth = (typeof milestoneMonths)[number];

/** When a sample counts for a milestone, in months since the start of the first TKI: [from, to). */
export interface MilestoneWindow {
  readonly month: MilestoneMonth;
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** The windows of the milestones, the same for every guideline. They are ours: the recommendations name months. */
export const milestoneWindows = [
  { month: 3, fromMonth: 2, toMonth: 4.5 },
  { month: 6, fromMonth: 4.5, toMonth: 9 },
  { month: 12, fromMonth: 9, toMonth: 15 },
] as const satisfies readonly MilestoneWindow[];

/** Where a second sample is asked for before a high value is a failure. */
export interface Confirmation {
  /** Both samples must be above this, in percent of the International Scale. */
  readonly abovePercent: number;
  /** How long after the first the second one is taken, in months, both ends included. */
  readonly fromMonths: number;
  readonly toMonths: number;
}

/** What BCR::ABL1 at one milestone means in one version of a guideline. */
export interface Milestone extends MilestoneWindow {
  readonly optimal: { readonly percent: number; readonly included: boolean };
  /** Above it, one value is a failure; `null` where one value alone never is. */
  readonly failureAbovePercent: number | null;
  /** The rule for a failure that needs a second sample; `null` where there is none. */
  readonly confirmation: Confirmation | null;
}

/**
 * What a value at a milestone means; an undetected transcript is a value of 0.
 *
 * `null`, not assessed, for `null`: no evaluable sample in the window. A value that a second sample would have to
 * confirm is a warning when there is no second sample (`confirmingPercent` is `null`) or when it is not above the limit.
 *
 * @example
 * milestoneVerdict(eln2020.milestones[2], 0.1) // 'optimal'
 */
export function milestoneVerdict(
  { optimal, failureAbovePercent, confirmation }: Milestone,
  bcrAbl1IsPercent: number | null,
  confirmingPercent: number | null = null,
): MilestoneVerdict | null {
  if (bcrAbl1IsPercent === null) return null;
  if (bcrAbl1IsPercent < optimal.percent || (optimal.included && bcrAbl1IsPercent === optimal.percent))
    return 'optimal';
  if (failureAbovePercent !== null && bcrAbl1IsPercent > failureAbovePercent) return 'failure';
  const confirmed =
    confirmation !== null &&
    bcrAbl1IsPercent > confirmation.abovePercent &&
    confirmingPercent !== null &&
    confirmingPercent > confirmation.abovePercent;
  return confirmed ? 'failure' : 'warning';
}
