import type { DesignMatrix } from '../design-matrix/design-matrix';

/**
 * The rows of a design that have an outcome.
 *
 * @throws RangeError if there is not one outcome per row of the design's input, or one is not 0, 1 or missing
 */
export function rowsWithOutcome(
  design: DesignMatrix,
  outcome: ArrayLike<number>,
): { readonly used: DesignMatrix; readonly events: Float64Array } {
  if (outcome.length !== design.totalRows) throw new RangeError('logistic: one outcome per row is needed');
  const width = design.columns.length;
  const kept: number[] = [];
  design.rows.forEach((row, i) => {
    const event = outcome[row] ?? Number.NaN;
    if (Number.isNaN(event)) return;
    if (event !== 0 && event !== 1) throw new RangeError('logistic: outcomes must be 0, 1 or missing');
    kept.push(i);
  });
  const values = new Float64Array(kept.length * width);
  kept.forEach((from, to) => {
    values.set(design.values.subarray(from * width, (from + 1) * width), to * width);
  });
  const events = Float64Array.from(kept, (i) => outcome[design.rows[i] ?? 0] ?? Number.NaN);
  return { used: { ...design, values, n: kept.length }, events };
}
