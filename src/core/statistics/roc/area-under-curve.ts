import type { Interval } from '@core/base/interval';
import { normalUpperQuantile } from '@core/statistics/distributions/normal';
import { delongComponents, delongCovariance } from './delong';
import { type Direction, markerSample } from './marker-sample';

export interface AreaUnderCurve {
  /** Probability that the marker of a subject with the event is higher (or lower, as asked); ties count half. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly standardError: number | null;
  readonly events: number;
  readonly controls: number;
  readonly n: number;
  readonly missing: number;
  readonly method: 'delong';
  readonly reason: 'no-events' | 'no-controls' | 'one-subject' | 'no-variance' | null;
}

/**
 * Area under the ROC curve with DeLong's interval, normal on the AUC scale and cut to [0, 1], as pROC's `ci.auc`.
 *
 * @param marker  one number per subject, `NaN` missing
 * @param outcome  1 with the event, 0 without, `NaN` missing
 * @param direction  which markers speak for the event; it is never chosen by the data, so the AUC may be below 1/2
 * @returns a group without subjects: no estimate. One subject in a group: `one-subject`; perfectly ordered or all
 *   markers equal: `no-variance`; both with an estimate and no interval.
 * @throws RangeError if the lengths differ, an outcome is not 0, 1 or missing, or the level is not in (0, 1)
 * @see DeLong et al. 1988, doi:10.2307/2531595; Robin et al. 2011, doi:10.1186/1471-2105-12-77 · tests/reference/roc
 * @example
 * areaUnderCurve([1, 2, 3, 4], [0, 1, 0, 1]) // estimate 3/4
 */
export function areaUnderCurve(
  marker: ArrayLike<number>,
  outcome: ArrayLike<number>,
  direction: Direction = 'higher',
  level = 0.95,
): AreaUnderCurve {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { events, controls, missing } = markerSample(marker, outcome, direction);
  const shared = {
    events: events.length,
    controls: controls.length,
    n: events.length + controls.length,
    missing,
    method: 'delong' as const,
    interval: null,
    standardError: null,
  };
  if (events.length === 0) return Object.freeze({ ...shared, estimate: null, reason: 'no-events' as const });
  if (controls.length === 0)
    return Object.freeze({ ...shared, estimate: null, reason: 'no-controls' as const });
  const components = delongComponents(events, controls);
  const estimate = components.auc;
  if (events.length === 1 || controls.length === 1) {
    return Object.freeze({ ...shared, estimate, reason: 'one-subject' as const });
  }
  const variance = delongCovariance(components, components);
  if (!(variance > 0)) return Object.freeze({ ...shared, estimate, reason: 'no-variance' as const });
  const standardError = Math.sqrt(variance);
  const half = normalUpperQuantile((1 - level) / 2) * standardError;
  const interval = Object.freeze({
    lower: Math.max(0, estimate - half),
    upper: Math.min(1, estimate + half),
    level,
    method: 'delong',
  });
  return Object.freeze({ ...shared, estimate, interval, standardError, reason: null });
}
