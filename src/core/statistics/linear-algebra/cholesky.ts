/**
 * Generalised Cholesky factor L D L' of a symmetric, non-negative definite matrix.
 *
 * A pivot below `tolerance` times the largest diagonal element is taken for zero: that row is redundant (collinear,
 * or constant), and every solution has 0 there.
 */
export interface Cholesky {
  readonly size: number;
  /** Row-major: D on the diagonal, L below it; redundant rows and columns are zero. */
  readonly factor: Float64Array;
  readonly rank: number;
}

const TOLERANCE = 1.818989403545856e-12;

/**
 * Factors a symmetric matrix given row by row; only its lower triangle is read.
 *
 * @see Golub & Van Loan 2013, 4.1 · survival's cholesky2, whose tolerance (machine precision to the power 3/4) this is
 */
export function cholesky(matrix: Float64Array, size: number, tolerance: number = TOLERANCE): Cholesky {
  const factor = Float64Array.from(matrix);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, factor[i * size + i] as number);
  const smallest = largest === 0 ? tolerance : tolerance * largest;
  let rank = 0;
  for (let j = 0; j < size; j++) {
    const pivot = factor[j * size + j] as number;
    if (!(pivot >= smallest)) {
      for (let i = j; i < size; i++) factor[i * size + j] = 0;
      continue;
    }
    rank += 1;
    for (let i = j + 1; i < size; i++) {
      const ratio = (factor[i * size + j] as number) / pivot;
      if (ratio === 0) continue;
      for (let k = i; k < size; k++) {
        factor[k * size + i] = (factor[k * size + i] as number) - ratio * (factor[k * size + j] as number);
      }
    }
    for (let i = j + 1; i < size; i++) factor[i * size + j] = (factor[i * size + j] as number) / pivot;
  }
  for (let i = 0; i < size; i++) for (let k = i + 1; k < size; k++) factor[i * size + k] = 0;
  return { size, factor, rank };
}

/** Whether row `index` was found redundant. */
export function isRedundant(decomposition: Cholesky, index: number): boolean {
  return decomposition.factor[index * decomposition.size + index] === 0;
}

/** Solves A x = b; redundant elements of x are 0. */
export function choleskySolve(decomposition: Cholesky, right: ArrayLike<number>): Float64Array {
  const { size, factor } = decomposition;
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (x[k] as number) * (factor[i * size + k] as number);
    x[i] = sum;
  }
  for (let i = size - 1; i >= 0; i--) {
    const pivot = factor[i * size + i] as number;
    if (pivot === 0) {
      x[i] = 0;
      continue;
    }
    let sum = (x[i] as number) / pivot;
    for (let k = i + 1; k < size; k++) sum -= (x[k] as number) * (factor[k * size + i] as number);
    x[i] = sum;
  }
  return x;
}

/** Inverse of A, row by row; redundant rows and columns are 0. */
export function choleskyInverse(decomposition: Cholesky): Float64Array {
  const { size } = decomposition;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    if (isRedundant(decomposition, j)) continue;
    unit.fill(0);
    unit[j] = 1;
    const column = choleskySolve(decomposition, unit);
    for (let i = 0; i < size; i++) inverse[i * size + j] = column[i] as number;
  }
  return inverse;
}

/** b' A⁻¹ b, the chi-squared statistic of a vector b with covariance A. */
export function quadraticForm(matrix: Float64Array, vector: ArrayLike<number>): number {
  const solution = choleskySolve(cholesky(matrix, vector.length), vector);
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (solution[i] as number) * (vector[i] as number);
  return sum;
}
