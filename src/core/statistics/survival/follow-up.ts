import type { Estimate } from './estimate';
import { type CurveOptions, kaplanMeier } from './kaplan-meier';
import type { SurvivalInput } from './survival-input';
import { medianSurvival } from './survival-quantile';

/**
 * Median follow-up by the reverse Kaplan-Meier method: the censoring is the event, the event is censored.
 *
 * As in R's survfit on the reversed status, a reversed event (a censoring) comes before a reversed censoring of
 * the same time.
 *
 * @see Schemper & Smith 1996, doi:10.1016/0197-2456(96)00075-x
 * @example
 * medianFollowUp({ time: [1, 2, 3, 4], event: [0, 1, 0, 0] }).estimate // 3
 */
export function medianFollowUp(input: SurvivalInput, options: CurveOptions = {}): Estimate {
  const reversed = Float64Array.from(input.event, (code) => 1 - code);
  const median = medianSurvival(kaplanMeier({ ...input, event: reversed }, options));
  return Object.freeze({ ...median, method: 'reverse Kaplan-Meier median' });
}
