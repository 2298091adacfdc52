import type { DesignMatrix } from '../design-matrix/design-matrix';

/** The complete rows of a mixed model, in units in which the likelihood is well conditioned. */
export interface MixedModelRows {
  readonly n: number;
  /** Fixed effects, n x columns. */
  readonly values: Float64Array;
  /** Random effects, n x 1 or n x 2: ones, and the slope variable centred and scaled. */
  readonly random: Float64Array;
  /** (outcome - shift) / scale. The shift is 0 without intercept. */
  readonly outcome: Float64Array;
  readonly shift: number;
  readonly scale: number;
  readonly slopeMean: number;
  readonly slopeScale: number;
  /** Group per row as an index into `codes`, which ascend. */
  readonly group: Uint32Array;
  readonly codes: readonly number[];
}

/**
 * Keeps the rows with outcome, group and slope, and rescales outcome and slope to mean 0 and mean square 1.
 *
 * @throws RangeError if the lengths differ
 */
export function mixedModelRows(
  design: DesignMatrix,
  outcome: ArrayLike<number>,
  groups: ArrayLike<number>,
  slope: ArrayLike<number> | undefined,
): MixedModelRows {
  const lengths = [outcome.length, groups.length, ...(slope ? [slope.length] : [])];
  if (lengths.some((length) => length !== design.totalRows)) {
    throw new RangeError('mixed model: outcome, group and slope need one value per row');
  }
  const kept = Array.from(design.rows.keys()).filter((i) => {
    const row = design.rows[i] ?? 0;
    const needed = [outcome[row], groups[row], slope ? slope[row] : 0];
    return needed.every((value) => Number.isFinite(value ?? Number.NaN));
  });
  const n = kept.length;
  const width = design.columns.length;
  const values = new Float64Array(n * width);
  kept.forEach((from, to) => {
    values.set(design.values.subarray(from * width, (from + 1) * width), to * width);
  });
  const column = (source: ArrayLike<number>): Float64Array =>
    Float64Array.from(kept, (i) => source[design.rows[i] ?? 0] ?? Number.NaN);
  const raw = column(outcome);
  const shift = design.hasIntercept ? mean(raw) : 0;
  const scale = spread(raw, shift);
  const codeOfRow = column(groups);
  const codes = [...new Set(codeOfRow)].sort((a, b) => a - b);
  const index = new Map(codes.map((code, g) => [code, g]));
  const time = slope ? column(slope) : null;
  const slopeMean = time ? mean(time) : 0;
  const slopeScale = time ? spread(time, slopeMean) : 1;
  const random = time
    ? Float64Array.from({ length: 2 * n }, (_, k) =>
        k % 2 === 0 ? 1 : ((time[(k - 1) / 2] ?? 0) - slopeMean) / slopeScale,
      )
    : new Float64Array(n).fill(1);
  return {
    n,
    values,
    random,
    outcome: raw.map((y) => (y - shift) / scale),
    shift,
    scale,
    slopeMean,
    slopeScale,
    group: Uint32Array.from(codeOfRow, (code) => index.get(code) ?? 0),
    codes,
  };
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: Float64Array, centre: number): number {
  const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length);
  return square > 0 ? Math.sqrt(square) : 1;
}
