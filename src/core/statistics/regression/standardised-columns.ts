import type { DesignMatrix } from '../design-matrix/design-matrix';

/**
 * A design with its columns shifted (if there is an intercept) and scaled to mean 0 and mean square 1, so that a fit
 * does not depend on units; and the way back for coefficients.
 */
export interface StandardisedColumns {
  readonly values: Float64Array;
  readonly width: number;
  /** Original coefficients from standardised ones: β = T γ, T row by row. */
  readonly back: Float64Array;
}

/** Columns that do not vary stay as they are. */
export function standardisedColumns(design: DesignMatrix): StandardisedColumns {
  const width = design.columns.length;
  const values = design.values.slice();
  const { n } = design;
  const back = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    const isIntercept = design.hasIntercept && j === 0;
    let mean = 0;
    if (design.hasIntercept && !isIntercept) {
      for (let i = 0; i < n; i++) mean += (values[i * width + j] ?? 0) / n;
    }
    let square = 0;
    for (let i = 0; i < n; i++) square += ((values[i * width + j] ?? 0) - mean) ** 2 / n;
    const scale = isIntercept || square === 0 ? 1 : Math.sqrt(square);
    for (let i = 0; i < n; i++) values[i * width + j] = ((values[i * width + j] ?? 0) - mean) / scale;
    back[j * width + j] = 1 / scale;
    if (design.hasIntercept && !isIntercept) back[j] = -mean / scale;
  }
  return { values, width, back };
}

/** T γ. */
export function originalCoefficients(columns: StandardisedColumns, coefficients: Float64Array): Float64Array {
  const { width, back } = columns;
  return Float64Array.from({ length: width }, (_, j) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (back[j * width + k] ?? 0) * (coefficients[k] ?? 0);
    return sum;
  });
}

/** T V Tᵀ. */
export function originalCovariance(columns: StandardisedColumns, covariance: Float64Array): Float64Array {
  const { width, back } = columns;
  const half = new Float64Array(width * width);
  const full = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    for (let l = 0; l < width; l++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (back[j * width + k] ?? 0) * (covariance[k * width + l] ?? 0);
      half[j * width + l] = sum;
    }
  }
  for (let j = 0; j < width; j++) {
    for (let l = 0; l < width; l++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (half[j * width + k] ?? 0) * (back[l * width + k] ?? 0);
      full[j * width + l] = sum;
    }
  }
  return full;
}

/** The columns that are linear combinations of those before them, found with the given Gram matrix tolerance. */
export function redundantColumns(
  columns: StandardisedColumns,
  n: number,
  tolerance = 1e-13,
): readonly number[] {
  const { values, width } = columns;
  // Gram-Schmidt twice: once is not enough for columns that are nearly dependent.
  const basis: Float64Array[] = [];
  const redundant: number[] = [];
  for (let j = 0; j < width; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => values[i * width + j] ?? 0);
    const before = column.reduce((sum, x) => sum + x * x, 0);
    for (let pass = 0; pass < 2; pass++) {
      for (const unit of basis) {
        let product = 0;
        for (let i = 0; i < n; i++) product += (unit[i] ?? 0) * (column[i] ?? 0);
        for (let i = 0; i < n; i++) column[i] = (column[i] ?? 0) - product * (unit[i] ?? 0);
      }
    }
    const after = column.reduce((sum, x) => sum + x * x, 0);
    if (!(after > tolerance * before)) redundant.push(j);
    else basis.push(column.map((x) => x / Math.sqrt(after)));
  }
  return redundant;
}
