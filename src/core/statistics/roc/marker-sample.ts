/** Whether a higher or a lower marker speaks for the event. */
export type Direction = 'higher' | 'lower';

/** Marker values of the subjects with and without the event, turned so that higher speaks for the event. */
export interface MarkerSample {
  readonly events: Float64Array;
  readonly controls: Float64Array;
  readonly missing: number;
}

/**
 * Splits a marker by the outcome.
 *
 * @param marker  one number per subject, `NaN` missing
 * @param outcome  1 with the event, 0 without, `NaN` missing; rows with a missing value in either are counted out
 * @throws RangeError if the lengths differ or an outcome is neither 0, 1 nor missing
 */
export function markerSample(
  marker: ArrayLike<number>,
  outcome: ArrayLike<number>,
  direction: Direction = 'higher',
): MarkerSample {
  if (marker.length !== outcome.length) throw new RangeError('roc: one outcome per marker value is needed');
  const sign = direction === 'higher' ? 1 : -1;
  const events: number[] = [];
  const controls: number[] = [];
  for (let i = 0; i < marker.length; i++) {
    const [value, event] = [marker[i] ?? Number.NaN, outcome[i] ?? Number.NaN];
    if (Number.isNaN(value) || Number.isNaN(event)) continue;
    if (event === 1) events.push(sign * value);
    else if (event === 0) controls.push(sign * value);
    else throw new RangeError('roc: outcomes must be 0, 1 or missing');
  }
  return {
    events: Float64Array.from(events),
    controls: Float64Array.from(controls),
    missing: marker.length - events.length - controls.length,
  };
}
