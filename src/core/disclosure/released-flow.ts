import { type DisclosurePolicy, defaultPolicy } from './policy';
import { released as freed, type Released } from './release-mark';
import { type ReleasedCount, releaseCount } from './released';

/** One step of a flow of patients, in exact numbers. */
export interface FlowCounts {
  readonly notMet: number;
  readonly unknown: number;
  readonly leaving: number;
  readonly remaining: number;
}

/** One step as it may leave the page. */
export interface ReleasedStep {
  /** `null`: told together with a later step, because alone it would tell too little of too few; nobody may have left. */
  readonly leaving: ReleasedCount | null;
  /** Steps, this one included, whose leavers are told in `leaving`. */
  readonly together: number;
  /** `null` unless both parts may be told. */
  readonly parts: { readonly notMet: ReleasedCount; readonly unknown: ReleasedCount } | null;
  /** Those of the step before, where `leaving` is `null`. */
  readonly remaining: ReleasedCount;
}

export interface ReleasedFlow {
  readonly patients: ReleasedCount;
  readonly steps: readonly ReleasedStep[];
}

/**
 * A flow of patients as it may leave: two remaining counts that are both told and differ, differ by at least the threshold.
 *
 * Remaining counts are released one by one, and a step at which fewer leave than may be told shows the count of the step
 * before: its leavers are told with the next step at which enough have left. What leaves is the difference of the two
 * released counts, never a number of its own, so that the boxes add up and a subtraction tells nothing new. After a step that
 * waits, a step at which nobody leaves waits too: else many steps at which somebody leaves would tell how few leave at each.
 * So does every step after a masked remainder. The parts of a step, not met and not known, are told only where neither is
 * small.
 *
 * @param patients  before the first step
 * @example
 * // 100 patients, of whom 4 and then 30 leave: 100, 100 (told later), 65 (35 left at the two steps)
 */
export function releaseFlow(
  patients: number,
  steps: readonly FlowCounts[],
  policy: DisclosurePolicy = defaultPolicy,
): Released<ReleasedFlow> {
  const first = releaseCount(patients, policy);
  const least = policy.roundTo * Math.ceil(policy.threshold / policy.roundTo);
  let shown = first;
  let waiting = 0;
  const released = steps.map(({ notMet, unknown, leaving, remaining }): ReleasedStep => {
    const waits = waiting > 0 || shown.kind === 'masked';
    if (leaving === 0 && !waits)
      return { leaving: releaseCount(0, policy), together: 1, parts: null, remaining: shown };
    const now = releaseCount(remaining, policy);
    waiting += 1;
    const difference = shown.kind === 'masked' || now.kind === 'masked' ? null : shown.value - now.value;
    const isTold = difference === null ? shown.kind === 'rounded' : difference >= least;
    if (!isTold) return { leaving: null, together: 1, parts: null, remaining: shown };
    const together = waiting;
    waiting = 0;
    shown = now;
    const parts = { notMet: releaseCount(notMet, policy), unknown: releaseCount(unknown, policy) };
    const isWhole = together === 1 && difference !== null && notMet + unknown === leaving;
    const isPlain = parts.notMet.kind === 'rounded' && parts.unknown.kind === 'rounded';
    return {
      // Next to a count that is masked, what left would unmask it.
      leaving: difference === null ? null : releaseCount(difference, policy),
      together,
      parts: isWhole && isPlain ? parts : null,
      remaining: now,
    };
  });
  return freed({ patients: first, steps: released });
}
