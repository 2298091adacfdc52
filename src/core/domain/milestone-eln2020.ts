export type MilestoneVerdict = 'optimal' | 'warning' | 'failure';

/** One milestone: which samples count for it, and what their value means. */
export interface Milestone {
  /** Months since the start of the first TKI. */
  readonly month: number;
  /** The window in which a sample counts: [from, to). */
  readonly fromMonth: number;
  readonly toMonth: number;
  /** Largest BCR::ABL1 in percent of the International Scale that is optimal, included. */
  readonly optimalToPercent: number;
  /** Above it the milestone is failed; `null` where one value alone never is a failure. */
  readonly failureAbovePercent: number | null;
}

/**
 * Milestones of the European LeukemiaNet, 2020, for the first TKI.
 *
 * At 3 months more than 10 % is a failure only if a second sample within 1 to 3 months confirms it; the confirmation is
 * not looked for, so that month 3 knows optimal and warning only. The windows are ours: the recommendations name months.
 *
 * @see Hochhaus et al., Leukemia 2020, doi:10.1038/s41375-020-0776-2
 */
export const milestonesEln2020 = [
  { month: 3, fromMonth: 2, toMonth: 4.5, optimalToPercent: 10, failureAbovePercent: null },
  { month: 6, fromMonth: 4.5, toMonth: 9, optimalToPercent: 1, failureAbovePercent: 10 },
  { month: 12, fromMonth: 9, toMonth: 15, optimalToPercent: 0.1, failureAbovePercent: 1 },
] as const satisfies readonly Milestone[];

/**
 * What a value at a milestone means; an undetected transcript is a value of 0.
 *
 * `null`, not assessed, for `null`: no evaluable sample in the window.
 *
 * @example
 * milestoneVerdict(milestonesEln2020[2], 0.1) // 'optimal'
 */
export function milestoneVerdict(
  { optimalToPercent, failureAbovePercent }: Milestone,
  bcrAbl1IsPercent: number | null,
): MilestoneVerdict | null {
  if (bcrAbl1IsPercent === null) return null;
  if (bcrAbl1IsPercent <= optimalToPercent) return 'optimal';
  return failureAbovePercent !== null && bcrAbl1IsPercent > failureAbovePercent ? 'failure' : 'warning';
}
