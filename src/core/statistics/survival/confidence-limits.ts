import { normalQuantile } from '@core/statistics/distributions/normal';

/** Scale on which a confidence interval of a probability is symmetric. */
export type IntervalScale = 'log' | 'log-log' | 'plain' | 'logit' | 'arcsin';

/** The limits of one probability; `NaN` where a limit is undefined. */
export interface Limits {
  lower: number;
  upper: number;
}

/** Standard normal quantile of a two-sided confidence level in (0, 1). @throws RangeError outside */
export function criticalValue(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  return normalQuantile(1 - (1 - level) / 2);
}

/**
 * Confidence limits of a probability, written into `target`, as R's survfit defines each scale.
 *
 * `log`, `plain` cut off at 1, `plain` at 0 as well. A probability of zero has limits on no scale but `plain`; a
 * probability of one has none on `log-log`, `logit` and `arcsin`, and the limits 1 and 1 on the others.
 *
 * @param probability  in [0, 1]
 * @param relativeError  standard error of log(probability): its own standard error divided by it
 * @param critical  normal quantile of the level, see `criticalValue`
 * @see Kalbfleisch & Prentice 2002, section 1.4 · survival::survfit_confint
 */
export function writeLimits(
  target: Limits,
  scale: IntervalScale,
  probability: number,
  relativeError: number,
  critical: number,
): void {
  const p = probability;
  const distance = critical * relativeError;
  switch (scale) {
    case 'plain':
      target.lower = Math.max(p - distance * p, 0);
      target.upper = Math.min(p + distance * p, 1);
      return;
    case 'log': {
      const spread = p === 0 ? Number.NaN : Math.exp(distance);
      target.lower = p / spread;
      target.upper = Math.min(p * spread, 1);
      return;
    }
    case 'log-log': {
      const log = p === 0 || p === 1 ? Number.NaN : Math.log(p);
      const spread = Math.exp(distance / log);
      target.lower = Math.exp(log / spread);
      target.upper = Math.exp(log * spread);
      return;
    }
    case 'logit': {
      const odds = p === 0 ? Number.NaN : p / (1 - p);
      const spread = Math.exp(distance / (1 - p));
      target.lower = odds / (odds + spread);
      target.upper = (odds * spread) / (1 + odds * spread);
      return;
    }
    case 'arcsin': {
      const angle = p === 0 ? Number.NaN : Math.asin(Math.sqrt(p));
      const half = 0.5 * distance * Math.sqrt(p / (1 - p));
      target.lower = Math.sin(Math.max(0, angle - half)) ** 2;
      target.upper = Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2;
    }
  }
}
