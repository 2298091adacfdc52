import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { quadraticForm } from '@core/statistics/linear-algebra/cholesky';
import type { RegressionTest } from './regression-terms';

/** The score of each covariate times g(t), and the information, row-major, multiplied by g to the powers 0, 1 and 2. */
export interface DriftInformation {
  readonly score: Float64Array;
  readonly blocks: readonly [Float64Array, Float64Array, Float64Array];
}

/** Adds to a symmetric matrix, row-major, at both of its places. */
export function addSymmetric(matrix: Float64Array, size: number, a: number, b: number, value: number): void {
  matrix[a * size + b] = (matrix[a * size + b] as number) + value;
  if (a !== b) matrix[b * size + a] = (matrix[b * size + a] as number) + value;
}

/**
 * Score test that the coefficients of some terms do not drift with g(t): the model is extended by these terms times g, and
 * the full information of both parts decides. No term that is estimated: no p-value.
 *
 * @param used    terms of the model that are estimated
 * @param chosen  terms to test together
 */
export function driftTest(
  { score, blocks }: DriftInformation,
  used: readonly number[],
  chosen: readonly number[],
): RegressionTest {
  const p = score.length;
  const tested = chosen.filter((j) => used.includes(j));
  const size = used.length + tested.length;
  const matrix = new Float64Array(size * size);
  const vector = new Float64Array(size);
  const place = [...used.map((j) => ({ j, drift: 0 })), ...tested.map((j) => ({ j, drift: 1 }))];
  place.forEach((a, row) => {
    vector[row] = a.drift === 1 ? (score[a.j] as number) : 0;
    place.forEach((b, column) => {
      matrix[row * size + column] = blocks[a.drift + b.drift]?.[a.j * p + b.j] ?? 0;
    });
  });
  const statistic = tested.length === 0 ? 0 : quadraticForm(matrix, vector);
  const pValue = tested.length === 0 ? null : chiSquaredUpperTail(statistic, tested.length);
  return Object.freeze({ statistic, degreesOfFreedom: tested.length, pValue });
}
