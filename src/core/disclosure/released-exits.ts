import type { Bounds } from './known-sums';
import { type DisclosurePolicy, defaultPolicy } from './policy';
import { type Released, released } from './release-mark';

/** Patients who left the follow-up on one day. */
export interface Exit {
  /** Days since the origin, at least 0. */
  readonly day: number;
  /** 0 censored, 1 the event, 2 and more what competes with it. */
  readonly cause: number;
  readonly patients: number;
}

/** Why a curve may not leave: by itself, or beside the others. */
export const curveRefusals = [
  'late-entry',
  'too-few-patients',
  'too-few-events',
  'too-short',
  'overlap',
] as const;
export type CurveRefusal = (typeof curveRefusals)[number];

/** The exits of one curve as they may leave: the input of any estimator of curves. */
export type ReleasedExits = Released<{
  readonly patients: number;
  readonly exits: readonly Exit[];
}>;

export type ReleasedCurve =
  | { readonly kind: 'released'; readonly curve: ReleasedExits }
  | { readonly kind: 'refused'; readonly reason: CurveRefusal; readonly least: number };

/** How a curve may be told. */
export interface CurveFrame {
  /** Causes that end the follow-up, censoring not counted. */
  readonly causes: number;
  readonly daysPerMonth: number;
}

/**
 * A count as the middle of its class: 0 is 0; with a base of 11, 1 to 21 are 11, 22 to 32 are 27, 33 to 43 are 38 and so on.
 *
 * Every class but 0 is at least `base` wide and told by its middle, so that nothing told lies between 1 and `base` - 1 and
 * nothing is biased. Idempotent; never falls when the count rises; two told counts that differ, differ by `base` or more.
 *
 * @param base  odd
 * @see OpenSAFELY, midpoint rounding, whose first class (1 to 6 for a base of 6) is widened here
 */
export function midpoint(count: number, base: number): number {
  if (count === 0) return 0;
  return count < 2 * base ? base : base * Math.floor(count / base) + (base - 1) / 2;
}

/** The counts that are told as a midpoint. */
export function midpointBounds(told: number, base: number): Bounds {
  if (told === 0) return { lower: 0, upper: 0 };
  return told === base
    ? { lower: 1, upper: 2 * base - 1 }
    : { lower: told - (base - 1) / 2, upper: told + (base - 1) / 2 };
}

/**
 * The exits of a curve as they may leave. On a grid of months, the cumulative exits of each cause and the cumulative
 * censorings are told as midpoints; whoever computes the curve from them computes the released curve, and with it everything
 * that is read off it. It ends where fewer patients than the threshold are at risk, or would be seen at risk; who is left then
 * is censored. So the end of a curve, and of the axis under it, is not the day of who was followed longest.
 *
 * So no step stands for fewer patients than a class is wide, no step stands on the day of a patient, and survival never
 * rises. Refused: late entry (at risk is no longer patients less exits), fewer patients or first events than the policy asks
 * for, and curves that end before their second grid time.
 *
 * @param lateEntry  whether some patients are at risk later than from the origin on
 * @see OpenSAFELY, Kaplan-Meier action: cumulative events and censorings rounded, then the curve computed anew
 * @example
 * // 100 patients, of whom 30 have the event and 20 are censored within 3 months: told are 104, 27 and 11
 */
export function releaseExits(
  exits: readonly Exit[],
  lateEntry: boolean,
  { causes, daysPerMonth }: CurveFrame,
  policy: DisclosurePolicy = defaultPolicy,
): ReleasedCurve {
  const refused = (reason: CurveRefusal, least: number): ReleasedCurve => ({
    kind: 'refused',
    reason,
    least,
  });
  if (lateEntry) return refused('late-entry', 0);
  const patients = total(exits);
  if (patients < policy.curvePatients) return refused('too-few-patients', policy.curvePatients);
  if (total(exits.filter(({ cause }) => cause === 1)) < policy.curveEvents)
    return refused('too-few-events', policy.curveEvents);
  const all = midpoint(patients, policy.survivalBase);
  const told = new Array<number>(causes + 1).fill(0);
  const steps: Exit[] = [];
  let atRisk = all;
  let time = 0;
  for (let k = 1; followedAfter(exits, time) >= policy.threshold; k++) {
    const next = k * policy.gridMonths * daysPerMonth;
    const sofar = told.map((_, cause) =>
      midpoint(total(exits.filter((exit) => exit.cause === cause && exit.day <= next)), policy.survivalBase),
    );
    const leaving = sofar.map((count, cause) => count - (told[cause] as number));
    const left = atRisk - leaving.reduce((sum, count) => sum + count, 0);
    if (left < policy.threshold) break;
    leaving.forEach((count, cause) => {
      if (count > 0) steps.push({ day: next, cause, patients: count });
      told[cause] = sofar[cause] as number;
    });
    atRisk = left;
    time = next;
  }
  if (time <= policy.gridMonths * daysPerMonth) return refused('too-short', policy.threshold);
  steps.push({ day: time, cause: 0, patients: atRisk });
  return { kind: 'released', curve: released({ patients: all, exits: Object.freeze(steps) }) };
}

/** Who leaves later than on a day. */
const followedAfter = (exits: readonly Exit[], last: number): number =>
  total(exits.filter(({ day }) => day > last));

const total = (exits: readonly Exit[]): number => exits.reduce((sum, { patients }) => sum + patients, 0);
