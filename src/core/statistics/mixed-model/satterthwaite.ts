import { cholesky, choleskySolve } from '@core/statistics/linear-algebra/cholesky';
import type { GroupedSums } from './grouped-sums';
import { gradientOf, hessianOf } from './minimise';
import { penalisedFit } from './profiled-deviance';

/**
 * Satterthwaite's degrees of freedom of contrasts of the fixed effects: 2 v² / (gᵀ A g), v the variance of the
 * contrast, g its gradient by the variance parameters (θ, σ), A the inverse of half the Hessian of the deviance.
 *
 * @param contrasts  vectors over the coefficients of the sums
 * @see Kuznetsova, Brockhoff & Christensen 2017, doi:10.18637/jss.v082.i13
 */
export function satterthwaite(
  sums: GroupedSums,
  theta: Float64Array,
  sigma: number,
  restricted: boolean,
  contrasts: readonly Float64Array[],
): readonly (number | null)[] {
  const { n, p } = sums;
  // σ in units of its estimate, so that one step length suits all parameters.
  const start = Float64Array.of(...theta, 1);
  const split = (x: Float64Array) => ({ theta: x.slice(0, theta.length), scale: x[theta.length] ?? 1 });
  const deviance = (x: Float64Array): number => {
    const at = split(x);
    const fit = penalisedFit(sums, at.theta);
    const variance = (at.scale * sigma) ** 2;
    const freedom = restricted ? n - p : n;
    const fixed = restricted ? fit.logDeterminantFixed : 0;
    return (
      freedom * Math.log(2 * Math.PI * variance) + fit.logDeterminantRandom + fixed + fit.residual / variance
    );
  };
  const step = 2e-3;
  const curvature = cholesky(hessianOf(deviance, start, step), start.length, 1e-8);
  return contrasts.map((contrast) => {
    const variance = (x: Float64Array): number => {
      const at = split(x);
      const { unscaledCovariance } = penalisedFit(sums, at.theta);
      let sum = 0;
      for (let i = 0; i < p; i++) {
        for (let j = 0; j < p; j++) {
          sum += (contrast[i] ?? 0) * (contrast[j] ?? 0) * (unscaledCovariance[i * p + j] ?? 0);
        }
      }
      return sum * (at.scale * sigma) ** 2;
    };
    const gradient = gradientOf(variance, start, step);
    const solved = choleskySolve(curvature, gradient);
    const spread = 2 * gradient.reduce((sum, g, i) => sum + g * (solved[i] ?? 0), 0);
    const degreesOfFreedom = (2 * variance(start) ** 2) / spread;
    return Number.isFinite(degreesOfFreedom) && degreesOfFreedom > 0 ? degreesOfFreedom : null;
  });
}
