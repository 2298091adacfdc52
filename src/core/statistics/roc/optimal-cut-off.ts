import type { Interval } from '@core/base/interval';
import { quantileOfSorted } from '../descriptive/quantile';
import { type Direction, markerSample } from './marker-sample';
import { thresholdCounts } from './roc-curve';

/** `youden`: largest sensitivity + specificity; `closest-corner`: nearest to (1, 1). */
export type CutOffCriterion = 'youden' | 'closest-corner';

export interface CutOffOptions {
  readonly direction?: Direction;
  readonly criterion?: CutOffCriterion;
  readonly level?: number;
  /** Uniform numbers in [0, 1): the caller's seeded generator. Without it there are no intervals. */
  readonly random?: () => number;
  readonly replicates?: number;
  /** Called once per resample; answering `false` ends the bootstrap, and there are no intervals. */
  readonly progress?: (replicate: number) => boolean;
}

export interface CutOffPart {
  readonly estimate: number;
  readonly interval: Interval | null;
}

export interface OptimalCutOff {
  /** In the unit of the marker; half-way between two neighbouring values. */
  readonly threshold: CutOffPart | null;
  readonly sensitivity: CutOffPart | null;
  readonly specificity: CutOffPart | null;
  /** How many thresholds are equally good; the one with the highest sensitivity is given. */
  readonly equallyGood: number;
  readonly events: number;
  readonly controls: number;
  readonly missing: number;
  readonly replicates: number;
  readonly method: CutOffCriterion;
  readonly reason: 'no-events' | 'no-controls' | 'stopped' | null;
}

interface Best {
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly equallyGood: number;
}

/**
 * The best threshold of a marker with percentile bootstrap intervals (events and controls resampled apart).
 *
 * A cut-off found and judged on the same subjects is optimistic: the intervals show its scatter, not that bias.
 *
 * @param marker, outcome  as for `areaUnderCurve`
 * @param options  `replicates` defaults to 2000 when a generator is given
 * @returns threshold, sensitivity and specificity; a group without subjects: nothing and the reason. An interval of
 *   the threshold may be infinite when resamples prefer "all positive" or "none".
 * @throws RangeError if the lengths differ, an outcome is not 0, 1 or missing, or the level is not in (0, 1)
 * @see Youden 1950; Efron & Tibshirani 1993, chapter 13 · tests/reference/roc
 */
export function optimalCutOff(
  marker: ArrayLike<number>,
  outcome: ArrayLike<number>,
  options: CutOffOptions = {},
): OptimalCutOff {
  const { direction = 'higher', criterion = 'youden', level = 0.95, random, replicates = 2000 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { events, controls, missing } = markerSample(marker, outcome, direction);
  const drawn = random === undefined ? 0 : replicates;
  const shared = {
    events: events.length,
    controls: controls.length,
    missing,
    replicates: drawn,
    method: criterion,
  };
  if (events.length === 0 || controls.length === 0) {
    const nothing = { threshold: null, sensitivity: null, specificity: null, equallyGood: 0 };
    const reason = events.length === 0 ? ('no-events' as const) : ('no-controls' as const);
    return Object.freeze({ ...shared, ...nothing, reason });
  }
  const best = bestThreshold(events, controls, criterion);
  const resampled: Best[] = [];
  let stopped = false;
  for (let r = 0; r < drawn && random !== undefined; r++) {
    stopped = options.progress?.(r + 1) === false;
    if (stopped) break;
    resampled.push(bestThreshold(resample(events, random), resample(controls, random), criterion));
  }
  const sign = direction === 'higher' ? 1 : -1;
  const part = (estimate: number, values: readonly number[]): CutOffPart => {
    const sorted = Float64Array.from(values).sort();
    const limit = (p: number): number | null => quantileOfSorted(sorted, p, 7);
    const tail = (1 - level) / 2;
    const interval =
      values.length === 0 || stopped
        ? null
        : Object.freeze({
            lower: limit(tail),
            upper: limit(1 - tail),
            level,
            method: 'bootstrap-percentile',
          });
    return Object.freeze({ estimate, interval });
  };
  return Object.freeze({
    ...shared,
    threshold: part(
      sign * best.threshold,
      resampled.map((b) => sign * b.threshold),
    ),
    sensitivity: part(
      best.sensitivity,
      resampled.map((b) => b.sensitivity),
    ),
    specificity: part(
      best.specificity,
      resampled.map((b) => b.specificity),
    ),
    equallyGood: best.equallyGood,
    replicates: resampled.length,
    reason: stopped ? ('stopped' as const) : null,
  });
}

function resample(values: Float64Array, random: () => number): Float64Array {
  return values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN);
}

function bestThreshold(events: Float64Array, controls: Float64Array, criterion: CutOffCriterion): Best {
  const [m, n] = [events.length, controls.length];
  const { thresholds, truePositives, falsePositives } = thresholdCounts(events, controls);
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  let equallyGood = 0;
  for (let t = 0; t < thresholds.length; t++) {
    const [tp, fp] = [truePositives[t] ?? 0, falsePositives[t] ?? 0];
    // Whole numbers, so that equally good thresholds compare as equal.
    const score = criterion === 'youden' ? tp * n - fp * m : -(((m - tp) * n) ** 2 + (fp * m) ** 2);
    if (score > bestScore) {
      [best, bestScore, equallyGood] = [t, score, 1];
    } else if (score === bestScore) equallyGood++;
  }
  return {
    threshold: thresholds[best] ?? Number.NaN,
    sensitivity: (truePositives[best] ?? 0) / m,
    specificity: (n - (falsePositives[best] ?? 0)) / n,
    equallyGood,
  };
}
