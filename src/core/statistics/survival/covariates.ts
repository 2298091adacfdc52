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

/** For each row whether a covariate is missing or infinite. */
export function incompleteRows({ columns }: Covariates, rows: number): Uint8Array {
  const incomplete = new Uint8Array(rows);
  for (const column of columns) {
    for (let i = 0; i < rows; i++) if (!Number.isFinite(column[i] as number)) incomplete[i] = 1;
  }
  return incomplete;
}

/** Centres and scales: shifting and scaling a covariate then changes no digit of the fit. */
export function standardise(covariates: Covariates, positions: Int32Array): StandardisedCovariates {
  const size = covariates.columns.length;
  const rows = positions.length;
  const mean = new Float64Array(size);
  const scale = new Float64Array(size).fill(1);
  const total = covariates.columns[0]?.length ?? 0;
  // Packed in the given order first: each row is then fetched once, not once per column.
  const packed = new Float64Array(total * size);
  const kept = new Uint8Array(total);
  for (let k = 0; k < rows; k++) kept[positions[k] as number] = 1;
  const columns = covariates.columns.map((source) =>
    source instanceof Float64Array ? source : new Float64Array(source),
  );
  const factor = new Float64Array(size);
  const range = new Float64Array(size);
  columns.forEach((column, j) => {
    // Sums of the distances to one of the values: no digits are lost to a large mean, and one pass is enough.
    const first = rows === 0 ? 0 : (column[positions[0] as number] as number);
    let sum = 0;
    let squares = 0;
    let low = 0;
    let high = 0;
    for (let i = 0; i < total; i++) {
      if (kept[i] === 0) continue;
      const distance = (column[i] as number) - first;
      sum += distance;
      squares += distance * distance;
      if (distance < low) low = distance;
      if (distance > high) high = distance;
    }
    const shift = rows === 0 ? 0 : sum / rows;
    mean[j] = first + shift;
    const spread = rows === 0 ? 0 : Math.sqrt(Math.max(0, squares / rows - shift * shift));
    if (!(spread > 1e-13 * Math.abs(mean[j] as number))) return;
    scale[j] = spread;
    factor[j] = 1 / spread;
    range[j] = (high - low) / spread;
  });
  for (let i = 0, at = 0; i < total; i++) {
    for (let j = 0; j < size; j++, at++) {
      const column = columns[j] as Float64Array;
      packed[at] = ((column[i] as number) - (mean[j] as number)) * (factor[j] as number);
    }
  }
  const values = new Float64Array(rows * size);
  for (let k = 0, at = 0; k < rows; k++) {
    const from = (positions[k] as number) * size;
    for (let j = 0; j < size; j++) values[at++] = packed[from + j] as number;
  }
  return { names: covariates.names, size, values, mean, scale, range };
}
