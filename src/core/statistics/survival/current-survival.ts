import type { IntervalScale } from './confidence-limits';
import { multiState } from './multi-state';
import { type StateEstimate, stateProbabilityAt } from './state-probability';

/** A subject's way in and out of the good state: rows in any order. */
export interface CurrentSurvivalInput {
  /** Any whole number naming the subject. */
  readonly subject: ArrayLike<number>;
  /** Time of a change, from the subject's origin (for example stopping treatment); > 0. */
  readonly time: ArrayLike<number>;
  /** What happened: 1 the good state was lost, 2 it was regained, 3 death (or another end for good), 0 last contact. */
  readonly change: ArrayLike<number>;
}

/** The states of current survival: in the good state for the first time, without it, regained, ended. */
export const currentStates = Object.freeze({ first: 0, lost: 1, regained: 2, ended: 3 });

/**
 * Current survival: the probability of being, at a time, alive and in the good state, whether it was kept or lost and
 * regained. With remission off treatment as the good state it is current treatment-free remission; with remission
 * it is current leukaemia-free survival.
 *
 * Everybody is in the good state at time 0. It is the sum of two state occupation probabilities of a four-state
 * model (first, lost, regained, ended) in which losing and regaining may alternate.
 *
 * @throws RangeError on unequal lengths, times that are not positive, or changes other than 0 .. 3
 * @see Klein, Szydlo, Craddock & Goldman 2000, doi:10.1002/1097-0258(20001130)19:22<3071::AID-SIM595>3.0.CO;2-R ·
 *   Pavlova & Szydlo 2015 · `multiState`
 */
export function currentSurvival(
  input: CurrentSurvivalInput,
  times: readonly number[],
  options: { readonly level?: number; readonly interval?: IntervalScale; readonly extend?: boolean } = {},
): readonly StateEstimate[] {
  const rows = intervals(input);
  const fit = multiState(rows, 4);
  const points = stateProbabilityAt(fit, [currentStates.first, currentStates.regained], times, options);
  return Object.freeze(points.map((point) => Object.freeze({ ...point, method: 'current survival' })));
}

/** Intervals between changes, with the four states. */
export function intervals(input: CurrentSurvivalInput) {
  const { subject, time, change } = input;
  if (subject.length !== time.length || change.length !== time.length) {
    throw new RangeError('subject, time and change must have equal lengths');
  }
  const order = Array.from({ length: time.length }, (_, i) => i).sort(
    (a, b) => (subject[a] as number) - (subject[b] as number) || (time[a] as number) - (time[b] as number),
  );
  const entry = new Float64Array(time.length);
  order.forEach((i, k) => {
    const code = change[i] as number;
    if (!((time[i] as number) > 0)) throw new RangeError('times of change must be positive');
    if (code !== 0 && code !== 1 && code !== 2 && code !== 3)
      throw new RangeError('change must be 0, 1, 2 or 3');
    const before = order[k - 1];
    entry[i] = before !== undefined && subject[before] === subject[i] ? (time[before] as number) : 0;
  });
  return { subject, entry, time, state: Float64Array.from(change) };
}
