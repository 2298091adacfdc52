/** Covariates of a regression: one column per term, each with one number per row (`NaN` is missing). */
export interface Covariates {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
}

/** Covariates centred and scaled to unit spread, in row-major order, for the rows that are kept. */
export interface StandardisedCovariates {
  readonly names: readonly string[];
  readonly size: number;
  readonly values: Float64Array;
  readonly mean: Float64Array;
  /** Standard deviation of each column; 1 for a constant one. */
  readonly scale: Float64Array;
  /** Distance between the largest and the smallest value, in standard deviations; 0 for a constant one. */
  readonly range: Float64Array;
}

/** Checks the shape of covariates against a number of rows. @throws RangeError when they do not fit */
export function checkCovariates({ names, columns }: Covariates, rows: number): void {
  if (names.length !== columns.length)
    throw new RangeError(`${names.length} names for ${columns.length} covariates`);
  columns.forEach((column, j) => {
    if (column.length !== rows) {
      throw new RangeError(`covariate ${names[j]} has ${column.length} elements, time has ${rows}`);
    }
  });
}

/** For each row 0, or -1 when a covariate is missing or infinite: as a grouping that leaves those rows out. */
export function completeRows({ columns }: Covariates, rows: number): Int32Array {
  const complete = new Int32Array(rows);
  for (const column of columns) {
    for (let i = 0; i < rows; i++) if (!Number.isFinite(column[i] as number)) complete[i] = -1;
  }
  return complete;
}

const BLOCK = 2048;

/**
 * Centres and scales: shifting and scaling a covariate then changes no digit of the fit.
 *
 * @param positions  position in the columns of each row of the result
 */
export function standardise(covariates: Covariates, positions: Int32Array): StandardisedCovariates {
  const size = covariates.columns.length;
  const rows = positions.length;
  const total = covariates.columns[0]?.length ?? 0;
  const columns = covariates.columns.map((source) =>
    source instanceof Float64Array ? source : new Float64Array(source),
  );
  const place = placesOf(positions, total, size);
  const moments = columns.map((column) => columnMoments(column, place, rows));
  const values = new Float64Array(rows * size);
  for (let first = 0; first < total; first += BLOCK) {
    const end = Math.min(total, first + BLOCK);
    for (let j = 0; j < size; j++) {
      writeColumn(values, j, columns[j] as Float64Array, moments[j] as ColumnMoments, place, first, end);
    }
  }
  return {
    names: covariates.names,
    size,
    values,
    mean: Float64Array.from(moments, ({ mean }) => mean),
    scale: Float64Array.from(moments, ({ scale }) => scale),
    range: Float64Array.from(moments, ({ range }) => range),
  };
}

/** Where each row of the columns goes: they are then read in their order, and each row of the result is written once. */
function placesOf(positions: Int32Array, total: number, size: number): Int32Array {
  const place = new Int32Array(total).fill(-1);
  for (let k = 0; k < positions.length; k++) place[positions[k] as number] = k * size;
  return place;
}

function writeColumn(
  values: Float64Array,
  j: number,
  column: Float64Array,
  { mean, factor }: ColumnMoments,
  place: Int32Array,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    const at = place[i] as number;
    if (at >= 0) values[at + j] = ((column[i] as number) - mean) * factor;
  }
}

interface ColumnMoments {
  readonly mean: number;
  readonly scale: number;
  /** 1 / scale, and 0 for a constant column. */
  readonly factor: number;
  readonly range: number;
}

/** Sums of the distances to one of the values: no digits are lost to a large mean, and one pass is enough. */
function columnMoments(column: Float64Array, place: Int32Array, rows: number): ColumnMoments {
  if (rows === 0) return { mean: 0, scale: 1, factor: 0, range: 0 };
  const first = column[place.indexOf(0)] as number;
  let sum = 0;
  let squares = 0;
  let low = 0;
  let high = 0;
  for (let i = 0; i < column.length; i++) {
    if ((place[i] as number) < 0) continue;
    const distance = (column[i] as number) - first;
    sum += distance;
    squares += distance * distance;
    if (distance < low) low = distance;
    if (distance > high) high = distance;
  }
  const shift = sum / rows;
  const mean = first + shift;
  const spread = Math.sqrt(Math.max(0, squares / rows - shift * shift));
  if (!(spread > 1e-13 * Math.abs(mean))) return { mean, scale: 1, factor: 0, range: 0 };
  return { mean, scale: spread, factor: 1 / spread, range: (high - low) / spread };
}
