import { normalTwoSided } from '@core/statistics/distributions/normal';
import { criticalValue } from './confidence-limits';
import type { Estimate } from './estimate';
import type { RestrictedMean } from './restricted-mean';

/** A contrast of two restricted means with its two-sided p-value. */
export interface MeanContrast extends Estimate {
  readonly pValue: number | null;
}

/** Difference (second - first), ratio of the means, and ratio of the times lost (second / first). */
export interface RestrictedMeanContrast {
  readonly difference: MeanContrast;
  readonly ratio: MeanContrast;
  readonly lostRatio: MeanContrast;
}

/**
 * Compares the restricted means of two independent groups at one horizon. Ratios are tested, and have their intervals,
 * on the log scale.
 *
 * A mean that is undefined, a mean or a time lost of zero, or no variance: `null` with the reason.
 *
 * @throws RangeError if the horizons differ
 * @see Uno et al. 2014, doi:10.1200/JCO.2014.55.2208 · survRM2's rmst2
 */
export function restrictedMeanContrast(
  first: RestrictedMean,
  second: RestrictedMean,
  level = 0.95,
): RestrictedMeanContrast {
  if (first.horizon !== second.horizon) throw new RangeError('the restricted means must share their horizon');
  const critical = criticalValue(level);
  const n = first.n + second.n;
  const a = first.estimate ?? 0;
  const b = second.estimate ?? 0;
  const errorA = first.standardError ?? 0;
  const errorB = second.standardError ?? 0;
  const contrast = (method: string, value: number, error: number, exponent: boolean): MeanContrast => {
    const reason =
      first.reason ?? second.reason ?? (error > 0 && Number.isFinite(value) ? null : 'no-comparison');
    if (reason !== null)
      return Object.freeze({ estimate: null, interval: null, pValue: null, n, method, reason });
    const back = (x: number) => (exponent ? Math.exp(x) : x);
    return Object.freeze({
      estimate: back(value),
      interval: Object.freeze({
        lower: back(value - critical * error),
        upper: back(value + critical * error),
        level,
        method: exponent ? 'log' : 'normal',
      }),
      pValue: normalTwoSided(value / error),
      n,
      method,
      reason: null,
    });
  };
  const lostA = first.timeLost ?? 0;
  const lostB = second.timeLost ?? 0;
  return Object.freeze({
    difference: contrast('difference of restricted means', b - a, Math.hypot(errorA, errorB), false),
    ratio: contrast('ratio of restricted means', Math.log(b / a), Math.hypot(errorA / a, errorB / b), true),
    lostRatio: contrast(
      'ratio of restricted times lost',
      Math.log(lostB / lostA),
      Math.hypot(errorA / lostA, errorB / lostB),
      true,
    ),
  });
}
