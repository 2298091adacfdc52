/**
 * The window of the value before treatment, around the start of the first TKI: from 3 months before to 7 days after,
 * both included. A week of treatment hardly moves BCR::ABL1. Source for the ends: ours.
 */
export const baselineWindow = { fromMonth: -3, toDay: 7 } as const;

/**
 * Halving times are given up to here, in days; a longer one, and no halving at all, is said as this. Over the 3 months
 * that are looked at it is a fall by less than a third, which one quantification cannot tell from none.
 */
export const longestHalvingTimeDays = 180;

/**
 * Halving time of BCR::ABL1 between two values, in days: −ln 2 · Δt / ln(B₁ / B₀).
 *
 * A later value that is not lower never halves: `Infinity`. A later value of 0, undetected, halved faster than can be
 * measured: 0, the limit of the formula, which ranks before every measured one as undetected ranks below every value.
 * `null` when the earlier value is not above zero, when one is missing, or when no time has passed.
 *
 * Published cut-offs: 76 days above 10 % at 3 months (Branford et al., Blood 2014;124:511); 9.35 and 21.85 days, the outer
 * quarters before a stop (Shanmuganathan et al., Blood 2021;137:1196); for the ratio 0.35 (Hanfstein 2014, unverified).
 *
 * @see Branford et al., Blood 2014;124:511 · tests/unit/core/domain/early-kinetics.test.ts
 * @example
 * halvingTimeDays(80, 10, 90) // 30
 */
export function halvingTimeDays(
  earlierPercent: number | null,
  laterPercent: number | null,
  days: number,
): number | null {
  if (earlierPercent === null || laterPercent === null) return null;
  if (earlierPercent <= 0 || laterPercent < 0 || days <= 0) return null;
  if (laterPercent === 0) return 0;
  if (laterPercent >= earlierPercent) return Number.POSITIVE_INFINITY;
  return (-Math.LN2 * days) / Math.log(laterPercent / earlierPercent);
}

/** Later value over earlier value; 0 for an undetected later one. `null` as in `halvingTimeDays`, but for the time. */
export function reductionRatio(earlierPercent: number | null, laterPercent: number | null): number | null {
  if (earlierPercent === null || laterPercent === null || earlierPercent <= 0 || laterPercent < 0)
    return null;
  return laterPercent / earlierPercent;
}

/**
 * Reduction from the standardised baseline of 100 % IS in powers of ten: 1 % is 2, 0.0032 % is 4.495. `null` for a value
 * that is not above zero: an undetected transcript has no logarithm. Never a test of MR4.5, which is one of the value.
 *
 * @see response-depth.ts · tests/unit/core/domain/early-kinetics.test.ts
 */
export const logReduction = (bcrAbl1IsPercent: number | null): number | null =>
  bcrAbl1IsPercent === null || bcrAbl1IsPercent <= 0 ? null : -Math.log10(bcrAbl1IsPercent / 100);
