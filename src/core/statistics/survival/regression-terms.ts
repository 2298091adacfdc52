import type { Interval } from '@core/base/interval';
import { normalTwoSided } from '@core/statistics/distributions/normal';
import { criticalValue } from './confidence-limits';
import type { StandardisedCovariates } from './covariates';
import type { NewtonFit } from './newton-fit';

/** Why a coefficient is undefined, or not to be read: it is a combination of the others, or it runs away. */
export type TermReason = 'redundant' | 'infinite';

/** One coefficient of a proportional-hazards regression. */
export interface RegressionTerm {
  readonly name: string;
  /** Log hazard ratio per unit; `null` when redundant. With `infinite` only its sign means something. */
  readonly coefficient: number | null;
  readonly standardError: number | null;
  /** Wald statistic, standard normal without an effect, and its two-sided p-value. */
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** exp(coefficient) and its interval. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly reason: TermReason | null;
}

/** A chi-squared test of a regression. */
export interface RegressionTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
}

/** Terms in the units of the data, from a fit on standardised covariates and the variance of its coefficients. */
export function regressionTerms(
  covariates: StandardisedCovariates,
  fit: NewtonFit,
  variance: Float64Array,
  level: number,
): readonly RegressionTerm[] {
  const critical = criticalValue(level);
  const { size } = covariates;
  const terms = covariates.names.map((name, j): RegressionTerm => {
    const pivot = fit.factor.factor[j * size + j] as number;
    const infinite = fit.infinite[j] === true;
    if (pivot === 0 && !infinite) {
      const nothing = { coefficient: null, standardError: null, statistic: null, pValue: null };
      return Object.freeze({ name, ...nothing, ratio: null, interval: null, reason: 'redundant' });
    }
    const unit = covariates.scale[j] as number;
    const coefficient = (fit.beta[j] as number) / unit;
    const standardError = Math.sqrt(variance[j * size + j] as number) / unit;
    if (infinite || !(standardError > 0)) {
      const known = { coefficient, standardError: null, statistic: null, pValue: null, interval: null };
      return Object.freeze({
        name,
        ...known,
        ratio: Math.exp(coefficient),
        reason: infinite ? 'infinite' : 'redundant',
      });
    }
    const statistic = coefficient / standardError;
    return Object.freeze({
      name,
      coefficient,
      standardError,
      statistic,
      pValue: normalTwoSided(statistic),
      ratio: Math.exp(coefficient),
      interval: Object.freeze({
        lower: Math.exp(coefficient - critical * standardError),
        upper: Math.exp(coefficient + critical * standardError),
        level,
        method: 'Wald',
      }),
      reason: null,
    });
  });
  return Object.freeze(terms);
}

/** Covariance of the coefficients in the units of the data, as rows. */
export function inUnits(
  matrix: Float64Array,
  covariates: StandardisedCovariates,
): readonly (readonly number[])[] {
  const { size, scale } = covariates;
  return Object.freeze(
    Array.from({ length: size }, (_, i) =>
      Object.freeze(
        Array.from(
          { length: size },
          (_, j) => (matrix[i * size + j] as number) / (scale[i] as number) / (scale[j] as number),
        ),
      ),
    ),
  );
}
