import { cholesky, choleskyInverse, choleskySolve } from '@core/statistics/linear-algebra/cholesky';
import type { GroupedSums } from './grouped-sums';

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

/** Writes L⁻¹Λᵀ of a group, q x q, where LLᵀ = ΛᵀZᵀZΛ + I, to `reduced`; what comes back is log |LLᵀ|. */
function reduceGroup(
  { zz, q }: GroupedSums,
  group: number,
  factor: Float64Array,
  reduced: Float64Array,
): number {
  if (q === 1) {
    const lambda = factor[0] as number;
    const square = lambda * lambda * (zz[group] as number) + 1;
    reduced[0] = lambda / Math.sqrt(square);
    return Math.log(square);
  }
  const l11 = factor[0] as number;
  const l21 = factor[2] as number;
  const l22 = factor[3] as number;
  const a = zz[4 * group] as number;
  const b = zz[4 * group + 1] as number;
  const d = zz[4 * group + 3] as number;
  const m11 = l11 * l11 * a + 2 * l11 * l21 * b + l21 * l21 * d + 1;
  const m21 = l22 * (l11 * b + l21 * d);
  const m22 = l22 * l22 * d + 1;
  const c11 = Math.sqrt(m11);
  const c21 = m21 / c11;
  const c22 = Math.sqrt(m22 - c21 * c21);
  reduced[0] = l11 / c11;
  reduced[1] = l21 / c11;
  reduced[2] = (-c21 * l11) / (c11 * c22);
  reduced[3] = (l22 - (c21 * l21) / c11) / c22;
  return 2 * Math.log(c11 * c22);
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
  const reduced = new Float64Array(q * q);
  const { zx, zy } = sums;
  for (let group = 0; group < sums.groupCount; group++) {
    logDeterminantRandom += reduceGroup(sums, group, factor, reduced);
    for (let r = 0; r < q; r++) {
      let ry = 0;
      rx.fill(0);
      for (let k = 0; k < q; k++) {
        const weight = reduced[r * q + k] as number;
        const row = group * q + k;
        ry += weight * (zy[row] as number);
        for (let j = 0; j < p; j++) rx[j] = (rx[j] as number) + weight * (zx[row * p + j] as number);
      }
      yy -= ry * ry;
      for (let i = 0; i < p; i++) {
        const value = rx[i] as number;
        xy[i] = (xy[i] as number) - value * ry;
        for (let j = 0; j < p; j++) xx[i * p + j] = (xx[i * p + j] as number) - value * (rx[j] as number);
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
  const { p, q, zx, zy } = sums;
  const factor = relativeFactor(theta);
  const reduced = new Float64Array(q * q);
  return Array.from({ length: sums.groupCount }, (_, group) => {
    reduceGroup(sums, group, factor, reduced);
    const rest = Float64Array.from(zy.subarray(group * q, (group + 1) * q), (value, k) => {
      let sum = value;
      for (let j = 0; j < p; j++)
        sum -= (zx[(group * q + k) * p + j] as number) * (coefficients[j] as number);
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
