/** The values of a sample that are there, in their order, and how many were missing (`NaN` marks a missing one). */
export interface PresentValues {
  readonly values: Float64Array;
  readonly missing: number;
}

/** Splits off missing values (`NaN`), so that they are counted and never silently averaged. */
export function presentValues(sample: ArrayLike<number>): PresentValues {
  const values = new Float64Array(sample.length);
  let n = 0;
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i] ?? Number.NaN;
    if (!Number.isNaN(value)) values[n++] = value;
  }
  return { values: values.subarray(0, n), missing: sample.length - n };
}
