import { type Direction, markerSample } from './marker-sample';

/** One corner of the curve: positive means a marker beyond the threshold, on the side that speaks for the event. */
export interface RocPoint {
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
}

export interface RocCurve {
  /** From "all positive" to "none positive"; sensitivity falls, specificity rises. Empty when undefined. */
  readonly points: readonly RocPoint[];
  readonly events: number;
  readonly controls: number;
  readonly missing: number;
  readonly method: 'empirical';
  readonly reason: 'no-events' | 'no-controls' | null;
}

/** Counts above every possible threshold, thresholds in ascending order of the turned marker. */
export interface ThresholdCounts {
  readonly thresholds: Float64Array;
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
}

/** Thresholds half-way between neighbouring values, with the infinities at both ends. */
export function thresholdCounts(events: Float64Array, controls: Float64Array): ThresholdCounts {
  const values = Float64Array.from(new Set([...events, ...controls])).sort();
  const k = values.length;
  const thresholds = new Float64Array(k + 1);
  const truePositives = new Float64Array(k + 1);
  const falsePositives = new Float64Array(k + 1);
  const a = events.slice().sort();
  const b = controls.slice().sort();
  let [i, j] = [0, 0];
  for (let t = 0; t <= k; t++) {
    const [below, above] = [values[t - 1] ?? Number.NEGATIVE_INFINITY, values[t] ?? Number.POSITIVE_INFINITY];
    thresholds[t] =
      t === 0 ? Number.NEGATIVE_INFINITY : t === k ? Number.POSITIVE_INFINITY : (below + above) / 2;
    while (i < a.length && (a[i] ?? 0) <= below) i++;
    while (j < b.length && (b[j] ?? 0) <= below) j++;
    truePositives[t] = a.length - i;
    falsePositives[t] = b.length - j;
  }
  return { thresholds, truePositives, falsePositives };
}

/**
 * Empirical ROC curve, as pROC's `roc`.
 *
 * @param marker, outcome, direction  as for `areaUnderCurve`
 * @returns one point per threshold, in the unit of the marker; with direction "lower" positive means below the
 *   threshold. A group without subjects: no points and the reason.
 * @throws RangeError if the lengths differ or an outcome is not 0, 1 or missing
 * @see Robin et al. 2011, doi:10.1186/1471-2105-12-77 · tests/reference/roc
 */
export function rocCurve(
  marker: ArrayLike<number>,
  outcome: ArrayLike<number>,
  direction: Direction = 'higher',
): RocCurve {
  const { events, controls, missing } = markerSample(marker, outcome, direction);
  const [m, n] = [events.length, controls.length];
  const shared = { events: m, controls: n, missing, method: 'empirical' as const };
  if (m === 0) return Object.freeze({ ...shared, points: [], reason: 'no-events' as const });
  if (n === 0) return Object.freeze({ ...shared, points: [], reason: 'no-controls' as const });
  const { thresholds, truePositives, falsePositives } = thresholdCounts(events, controls);
  const sign = direction === 'higher' ? 1 : -1;
  const points = Array.from(thresholds, (threshold, t) =>
    Object.freeze({
      threshold: sign * threshold,
      sensitivity: (truePositives[t] ?? 0) / m,
      specificity: (n - (falsePositives[t] ?? 0)) / n,
    }),
  );
  return Object.freeze({ ...shared, points: Object.freeze(points), reason: null });
}
