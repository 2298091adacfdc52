import type { Interval } from '@core/base/interval';
import { normalQuantile } from '@core/statistics/distributions/normal';
import { orNull } from './estimate';

/** Scale on which a confidence interval of a probability is symmetric. */
export type IntervalScale = 'log' | 'log-log' | 'plain' | 'logit' | 'arcsin';

/** The limits of probabilities, one element each; `NaN` where a limit is undefined. */
export interface LimitColumns {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Standard normal quantile of a two-sided confidence level in (0, 1). @throws RangeError outside */
export function criticalValue(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  return normalQuantile(1 - (1 - level) / 2);
}

/**
 * Confidence limits of probabilities, as R's survfit defines each scale.
 *
 * `log`, `plain` cut off at 1, `plain` at 0 as well. A probability of zero has limits on no scale but `plain`; a
 * probability of one has none on `log-log`, `logit` and `arcsin`, and the limits 1 and 1 on the others.
 *
 * @param probability  in [0, 1], one element per limit
 * @param relativeError  standard error of log(probability): its own standard error divided by it
 * @param critical  normal quantile of the level, see `criticalValue`
 * @see Kalbfleisch & Prentice 2002, section 1.4 · survival::survfit_confint
 */
export function confidenceLimits(
  scale: IntervalScale,
  probability: Float64Array,
  relativeError: Float64Array,
  critical: number,
): LimitColumns {
  const size = probability.length;
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const p = probability[i] as number;
    const error = relativeError[i] as number;
    if (i > 0 && p === probability[i - 1] && error === relativeError[i - 1]) {
      lower[i] = lower[i - 1] as number;
      upper[i] = upper[i - 1] as number;
      continue;
    }
    const distance = critical * error;
    switch (scale) {
      case 'plain':
        lower[i] = Math.max(p - distance * p, 0);
        upper[i] = Math.min(p + distance * p, 1);
        break;
      case 'log': {
        const spread = p === 0 ? Number.NaN : Math.exp(distance);
        lower[i] = p / spread;
        upper[i] = Math.min(p * spread, 1);
        break;
      }
      case 'log-log': {
        const log = p === 0 || p === 1 ? Number.NaN : Math.log(p);
        const spread = Math.exp(distance / log);
        lower[i] = Math.exp(log / spread);
        upper[i] = Math.exp(log * spread);
        break;
      }
      case 'logit': {
        const odds = p === 0 ? Number.NaN : p / (1 - p);
        const spread = Math.exp(distance / (1 - p));
        lower[i] = odds / (odds + spread);
        upper[i] = (odds * spread) / (1 + odds * spread);
        break;
      }
      case 'arcsin': {
        const angle = p === 0 ? Number.NaN : Math.asin(Math.sqrt(p));
        const half = 0.5 * distance * Math.sqrt(p / (1 - p));
        lower[i] = Math.sin(Math.max(0, angle - half)) ** 2;
        upper[i] = Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2;
      }
    }
  }
  return { lower, upper };
}

/** The limits of one probability as an interval; a limit that is undefined is `null`. */
export function probabilityInterval(
  scale: IntervalScale,
  probability: number,
  relativeError: number,
  level: number,
): Interval {
  const one = (value: number) => Float64Array.of(value);
  const limits = confidenceLimits(scale, one(probability), one(relativeError), criticalValue(level));
  return Object.freeze({
    lower: orNull(limits.lower[0] as number),
    upper: orNull(limits.upper[0] as number),
    level,
    method: scale,
  });
}
