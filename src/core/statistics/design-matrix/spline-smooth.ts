import { cholesky, choleskySolve } from '@core/statistics/linear-algebra/cholesky';
import { naturalSpline, splineKnots } from './natural-spline';

/**
 * Least-squares fit of a natural cubic spline to points: a smooth line through a cloud.
 *
 * @param x  one finite number per point, in any order
 * @param y  as many
 * @param degreesOfFreedom  columns of the spline beside the intercept
 * @param at  where the line is read
 * @returns one value per element of `at`; `null` when there are too few different `x` for the knots, or not more points
 *   than columns
 * @see natural-spline.ts · R's lm(y ~ ns(x, df))
 */
export function splineSmooth(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  degreesOfFreedom: number,
  at: ArrayLike<number>,
): Float64Array | null {
  const knots = x.length === 0 ? null : splineKnots(x, degreesOfFreedom);
  if (knots === null || x.length <= degreesOfFreedom + 1) return null;
  const spline = naturalSpline(knots);
  const size = degreesOfFreedom + 1;
  const row = (value: number) => Float64Array.of(1, ...spline.at(value));
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < x.length; i++) {
    const basis = row(x[i] as number);
    for (let a = 0; a < size; a++) {
      right[a] = (right[a] as number) + (basis[a] as number) * (y[i] as number);
      for (let b = 0; b <= a; b++) {
        gram[a * size + b] = (gram[a * size + b] as number) + (basis[a] as number) * (basis[b] as number);
      }
    }
  }
  const coefficients = choleskySolve(cholesky(gram, size), right);
  return Float64Array.from(at, (value) =>
    row(value).reduce((sum, part, j) => sum + part * (coefficients[j] as number), 0),
  );
}
