import { type CurveOptions, kaplanMeier, type SurvivalCurve } from './kaplan-meier';
import { survivalQuantile } from './survival-quantile';

/** Measurements of which some are known only to lie below a limit. One element per row, rows in any order. */
export interface LeftCensoredInput {
  /** The measurement, or the limit below which it lies. Any finite numbers, a logarithm included. */
  readonly value: ArrayLike<number>;
  /** 1 where it was measured, 0 where only the limit is known. */
  readonly detected: ArrayLike<number>;
  /** Number of measurements that the row stands for, ≥ 0; 1 when left out. */
  readonly weight?: ArrayLike<number>;
}

/** Somewhere on the scale of the measurement: at a number, or below one and no nearer known. */
export type CensoredLevel =
  | { readonly kind: 'at'; readonly value: number }
  | { readonly kind: 'below'; readonly value: number };

/** A quantile of left-censored measurements. */
export interface LeftCensoredQuantile {
  readonly probability: number;
  /** `null` when there is no measurement. */
  readonly estimate: CensoredLevel | null;
  /** Confidence limits at `level`; `null` when there is no measurement. */
  readonly lower: CensoredLevel | null;
  readonly upper: CensoredLevel | null;
  readonly level: number;
  /** Sum of the weights, and of those known by their limit only. */
  readonly n: number;
  readonly censored: number;
  readonly method: 'reverse Kaplan-Meier';
  readonly reason: 'no-values' | null;
}

/**
 * Quantiles of left-censored measurements by the reverse Kaplan-Meier method: on the flipped axis a measurement below its
 * limit is a follow-up that ends at the limit without the event.
 *
 * A quantile is the largest measurement of which at least the share `probability` is estimated at or below it, the
 * middle where the distribution function stays exactly on that share, as R's `quantile.survfit` on the flipped values.
 * A limit equal to a measurement counts as below it. Where the share lies below every measurement the quantile is
 * `below` the smallest measurement, or below the quantile of the measurements and limits taken as they stand, whichever
 * is less; a confidence limit likewise, the upper one without the second: nothing is put in place of what was not seen. Without censoring the median is the usual one.
 *
 * Censoring must not depend on the measurement itself: a limit is a property of the sample, not of what was in it.
 *
 * @param probabilities  each in (0, 1)
 * @throws RangeError on unequal lengths, codes other than 0 and 1, negative weights, a probability or level outside (0, 1)
 * @see Gillespie et al. 2010, doi:10.1097/EDE.0b013e3181ce9f08 · tests/reference/left-censored
 * @example
 * leftCensoredQuantiles({ value: [1, 2, 3, 4], detected: [1, 0, 1, 1] }, [0.5]) // at 3
 */
export function leftCensoredQuantiles(
  input: LeftCensoredInput,
  probabilities: readonly number[],
  options: Pick<CurveOptions, 'level' | 'interval'> = {},
): readonly LeftCensoredQuantile[] {
  for (const probability of probabilities) {
    if (!(probability > 0 && probability < 1)) {
      throw new RangeError(`probability must be in (0, 1): ${probability}`);
    }
  }
  const flipped = Float64Array.from(input.value, (value) => 0 - value);
  const weight = input.weight === undefined ? {} : { weight: input.weight };
  const curve = kaplanMeier({ time: flipped, event: input.detected, ...weight }, options);
  return Object.freeze(probabilities.map((probability) => quantileOf(curve, probability)));
}

function quantileOf(curve: SurvivalCurve, probability: number): LeftCensoredQuantile {
  const { n, level } = curve;
  const { estimate, interval } = survivalQuantile(curve, 1 - probability);
  const below = lowestKnown(curve, probability);
  const upperBelow = n === 0 ? null : under(smallestMeasured(curve) ?? 0 - (curve.time[0] as number));
  // What the curve, or a limit of it, does not reach lies below.
  const lower = interval?.upper == null ? below : at(0 - interval.upper);
  const upper = interval?.lower == null ? upperBelow : at(0 - interval.lower);
  return Object.freeze({
    probability,
    estimate: estimate === null ? below : at(0 - estimate),
    lower,
    upper,
    level,
    n,
    censored: n - curve.eventCount,
    method: 'reverse Kaplan-Meier',
    reason: n === 0 ? 'no-values' : null,
  });
}

const at = (value: number): CensoredLevel => Object.freeze({ kind: 'at', value });
const under = (value: number): CensoredLevel => Object.freeze({ kind: 'below', value });

/** The curve runs from the largest measurement down: its last event is the smallest one. */
function smallestMeasured({ time, events }: SurvivalCurve): number | null {
  const last = events.findLastIndex((weight) => weight > 0);
  return last === -1 ? null : 0 - (time[last] as number);
}

/** What a quantile that the curve does not reach is known to be less than. */
function lowestKnown(curve: SurvivalCurve, probability: number): CensoredLevel | null {
  const { time, events, censored, n } = curve;
  if (n === 0) return null;
  const smallest = smallestMeasured(curve) ?? Number.POSITIVE_INFINITY;
  const enough = probability * n * (1 - 1e-12);
  let upTo = 0;
  for (let i = time.length - 1; i >= 0; i--) {
    upTo += (events[i] as number) + (censored[i] as number);
    if (upTo >= enough) return under(Math.min(smallest, 0 - (time[i] as number)));
  }
  return under(smallest);
}
