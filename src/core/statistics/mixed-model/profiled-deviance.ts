import { cholesky, choleskyInverse, choleskySolve } from '@core/statistics/linear-algebra/cholesky';
import type { GroupedSums, GroupSums } from './grouped-sums';

/** The penalised least squares solution at one relative covariance factor. */
export interface PenalisedFit {
  /** log |ΛᵀZᵀZΛ + I| and log |R_X|². */
  readonly logDeterminantRandom: number;
  readonly logDeterminantFixed: number;
  readonly coefficients: Float64Array;
  /** (R_XᵀR_X)⁻¹: times σ² the covariance of the coefficients. */
  readonly unscaledCovariance: Float64Array;
  /** Penalised residual sum of squares. */
  readonly residual: number;
}

/** Λ, q x q lower triangular row by row, from its elements by rows: (λ₁₁) or (λ₁₁, λ₂₁, λ₂₂). */
export function relativeFactor(theta: ArrayLike<number>): Float64Array {
  return theta.length === 1
    ? Float64Array.of(theta[0] ?? 0)
    : Float64Array.of(theta[0] ?? 0, 0, theta[1] ?? 0, theta[2] ?? 0);
}

interface GroupFactor {
  /** L⁻¹Λᵀ, q x q, where LLᵀ = ΛᵀZᵀZΛ + I. */
  readonly reduced: Float64Array;
  readonly logDeterminant: number;
}

function groupFactor(group: GroupSums, factor: Float64Array, q: number): GroupFactor {
  if (q === 1) {
    const [lambda = 0] = factor;
    const square = lambda * lambda * (group.zz[0] ?? 0) + 1;
    return { reduced: Float64Array.of(lambda / Math.sqrt(square)), logDeterminant: Math.log(square) };
  }
  const [l11 = 0, , l21 = 0, l22 = 0] = factor;
  const [a = 0, b = 0, , d = 0] = group.zz;
  const m11 = l11 * l11 * a + 2 * l11 * l21 * b + l21 * l21 * d + 1;
  const m21 = l22 * (l11 * b + l21 * d);
  const m22 = l22 * l22 * d + 1;
  const c11 = Math.sqrt(m11);
  const c21 = m21 / c11;
  const c22 = Math.sqrt(m22 - c21 * c21);
  return {
    reduced: Float64Array.of(
      l11 / c11,
      l21 / c11,
      (-c21 * l11) / (c11 * c22),
      (l22 - (c21 * l21) / c11) / c22,
    ),
    logDeterminant: 2 * Math.log(c11 * c22),
  };
}

/**
 * Solves the penalised least squares problem of a mixed model for given relative variances.
 *
 * @see Bates, Mächler, Bolker & Walker 2015, doi:10.18637/jss.v067.i01, equations 32 to 42
 */
export function penalisedFit(sums: GroupedSums, theta: ArrayLike<number>): PenalisedFit {
  const { p, q } = sums;
  const factor = relativeFactor(theta);
  const xx = sums.xx.slice();
  const xy = sums.xy.slice();
  let yy = sums.yy;
  let logDeterminantRandom = 0;
  const rx = new Float64Array(p);
  for (const group of sums.groups) {
    const { reduced, logDeterminant } = groupFactor(group, factor, q);
    logDeterminantRandom += logDeterminant;
    for (let r = 0; r < q; r++) {
      let ry = 0;
      rx.fill(0);
      for (let k = 0; k < q; k++) {
        const weight = reduced[r * q + k] ?? 0;
        ry += weight * (group.zy[k] ?? 0);
        for (let j = 0; j < p; j++) rx[j] = (rx[j] ?? 0) + weight * (group.zx[k * p + j] ?? 0);
      }
      yy -= ry * ry;
      for (let i = 0; i < p; i++) {
        const value = rx[i] ?? 0;
        xy[i] = (xy[i] ?? 0) - value * ry;
        for (let j = 0; j < p; j++) xx[i * p + j] = (xx[i * p + j] ?? 0) - value * (rx[j] ?? 0);
      }
    }
  }
  const decomposition = cholesky(xx, p, 1e-300);
  const coefficients = choleskySolve(decomposition, xy);
  let residual = yy;
  let logDeterminantFixed = 0;
  for (let j = 0; j < p; j++) {
    residual -= (coefficients[j] ?? 0) * (xy[j] ?? 0);
    logDeterminantFixed += Math.log(decomposition.factor[j * p + j] ?? Number.NaN);
  }
  return {
    logDeterminantRandom,
    logDeterminantFixed,
    coefficients,
    unscaledCovariance: choleskyInverse(decomposition),
    residual,
  };
}

/** Conditional modes of the random effects of each group (BLUPs): Λ (ΛᵀZᵀZΛ + I)⁻¹ Λᵀ Zᵀ(y - Xβ). */
export function conditionalModes(
  sums: GroupedSums,
  theta: ArrayLike<number>,
  coefficients: Float64Array,
): readonly Float64Array[] {
  const { p, q } = sums;
  const factor = relativeFactor(theta);
  return sums.groups.map((group) => {
    const { reduced } = groupFactor(group, factor, q);
    const rest = Float64Array.from(group.zy, (value, k) => {
      let sum = value;
      for (let j = 0; j < p; j++) sum -= (group.zx[k * p + j] ?? 0) * (coefficients[j] ?? 0);
      return sum;
    });
    const inner = new Float64Array(q);
    for (let r = 0; r < q; r++) {
      for (let k = 0; k < q; k++) inner[r] = (inner[r] ?? 0) + (reduced[r * q + k] ?? 0) * (rest[k] ?? 0);
    }
    const modes = new Float64Array(q);
    for (let k = 0; k < q; k++) {
      for (let r = 0; r < q; r++) modes[k] = (modes[k] ?? 0) + (reduced[r * q + k] ?? 0) * (inner[r] ?? 0);
    }
    return modes;
  });
}

/** -2 log likelihood with σ at its best, without the constant of a rescaled design. */
export function profiledDeviance(sums: GroupedSums, theta: ArrayLike<number>, restricted: boolean): number {
  const fit = penalisedFit(sums, theta);
  const freedom = restricted ? sums.n - sums.p : sums.n;
  const fixed = restricted ? fit.logDeterminantFixed : 0;
  const value =
    fit.logDeterminantRandom + fixed + freedom * (1 + Math.log((2 * Math.PI * fit.residual) / freedom));
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
