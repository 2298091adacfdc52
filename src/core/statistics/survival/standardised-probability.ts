import { confidenceLimits, criticalValue, type IntervalScale } from './confidence-limits';
import { type Estimate, orNull, type UndefinedReason } from './estimate';

/** The probability of one stratum, and how much of the standard population is in it. */
export interface StratumProbability {
  /** At least 0; only the ratios between the strata count. */
  readonly weight: number;
  /** `null`: undefined in this stratum. */
  readonly estimate: number | null;
  /** Of the probability itself. */
  readonly standardError: number | null;
  readonly n: number;
}

/**
 * Direct standardisation of a probability (a survival or a cumulative incidence at one time): what the group would have if its
 * strata were as large as in the standard population, Σ w p. The standard error is √Σ w² s², the weights taken as fixed.
 *
 * Undefined where a stratum with a weight is (`nobody-at-risk`), or without one (`no-subjects`): leaving it out would compare
 * another population.
 *
 * @throws RangeError on a negative weight
 * @see Breslow & Day 1987, Statistical Methods in Cancer Research II, chapter 2
 * @example
 * standardisedProbability([{ weight: 3, estimate: 0.8, … }, { weight: 1, estimate: 0.4, … }], …).estimate // 0.7
 */
export function standardisedProbability(
  strata: readonly StratumProbability[],
  { level, interval }: { readonly level: number; readonly interval: IntervalScale },
): Estimate {
  if (strata.some(({ weight }) => !(weight >= 0))) throw new RangeError('weights must be at least 0');
  const asked = strata.filter(({ weight }) => weight > 0);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const base = { n: strata.reduce((sum, { n }) => sum + n, 0), method: 'direct standardisation' };
  const none = (reason: UndefinedReason): Estimate =>
    Object.freeze({ ...base, estimate: null, interval: null, reason });
  if (total === 0) return none('no-subjects');
  let estimate = 0;
  let variance = 0;
  for (const { weight, estimate: probability, standardError } of asked) {
    if (probability === null) return none('nobody-at-risk');
    estimate += (weight / total) * probability;
    variance += ((weight / total) * (standardError ?? Number.NaN)) ** 2;
  }
  const { lower, upper } = confidenceLimits(
    interval,
    Float64Array.of(estimate),
    Float64Array.of(Math.sqrt(variance) / estimate),
    criticalValue(level),
  );
  return Object.freeze({
    ...base,
    estimate,
    interval: Object.freeze({
      lower: orNull(lower[0] ?? Number.NaN),
      upper: orNull(upper[0] ?? Number.NaN),
      level,
      method: interval,
    }),
    reason: null,
  });
}
