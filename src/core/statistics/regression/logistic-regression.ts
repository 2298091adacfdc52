import type { Interval } from '@core/base/interval';
import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { normalTwoSided, normalUpperQuantile } from '@core/statistics/distributions/normal';
import type { DesignMatrix } from '../design-matrix/design-matrix';
import { fitLogistic } from './logistic-fit';
import { rowsWithOutcome } from './rows-with-outcome';
import {
  originalCoefficients,
  originalCovariance,
  redundantColumns,
  standardisedColumns,
} from './standardised-columns';

export interface LogisticCoefficient {
  readonly name: string;
  readonly term: string;
  /** Log odds ratio per unit, with its Wald interval. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly oddsRatio: { readonly estimate: number; readonly interval: Interval };
}

export interface LikelihoodRatio {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface LogisticRegression {
  readonly coefficients: readonly LogisticCoefficient[];
  /** Row by row, in the order of the coefficients. */
  readonly covariance: Float64Array | null;
  /** Probability of the event per row of the design that has an outcome. */
  readonly fitted: Float64Array | null;
  readonly deviance: number | null;
  readonly nullDeviance: number | null;
  readonly logLikelihood: number | null;
  /** Against the model with the intercept only (or, without one, with all probabilities 1/2). */
  readonly likelihoodRatio: LikelihoodRatio | null;
  readonly n: number;
  readonly events: number;
  /** Rows left out: incomplete in the design, or without outcome. */
  readonly missing: number;
  readonly iterations: number;
  readonly method: 'logistic-maximum-likelihood';
  readonly reason:
    | NonNullable<DesignMatrix['reason']>
    | 'one-outcome'
    | 'collinear'
    | 'separation'
    | 'no-convergence'
    | null;
  /** The columns (or terms) that `reason` speaks of. */
  readonly culprits: readonly string[];
}

/**
 * Logistic regression by maximum likelihood, as R's `glm(family = binomial)`.
 *
 * @param design  from `designMatrix`
 * @param outcome  1 with the event, 0 without, `NaN` missing; one per row of the design's input
 * @param progress  called once per iteration; answering `false` ends the fit as not converged
 * @returns log odds ratios with Wald intervals and tests, and the likelihood ratio test of the whole model. Nothing is
 *   estimated, and `reason` with `culprits` says why, when the design has none, nobody or everybody has the event
 *   (`one-outcome`), columns are linear combinations of others (`collinear`), some columns tell the outcomes apart so
 *   that odds ratios are infinite (`separation`), or the iteration does not settle (`no-convergence`).
 * @throws RangeError if the lengths differ, an outcome is not 0, 1 or missing, or the level is not in (0, 1)
 * @see McCullagh & Nelder 1989, Generalized Linear Models, chapter 4 · tests/reference/regression
 */
export function logisticRegression(
  design: DesignMatrix,
  outcome: ArrayLike<number>,
  level = 0.95,
  progress?: (iteration: number) => boolean,
): LogisticRegression {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { used, events } = rowsWithOutcome(design, outcome);
  const n = events.length;
  const count = events.reduce((sum, event) => sum + event, 0);
  const shared = {
    n,
    events: count,
    missing: design.totalRows - n,
    method: 'logistic-maximum-likelihood' as const,
  };
  const refused = (
    reason: NonNullable<LogisticRegression['reason']>,
    culprits: readonly string[],
    iterations = 0,
  ): LogisticRegression =>
    Object.freeze({
      ...shared,
      coefficients: Object.freeze([]),
      covariance: null,
      fitted: null,
      deviance: null,
      nullDeviance: null,
      logLikelihood: null,
      likelihoodRatio: null,
      iterations,
      reason,
      culprits: Object.freeze([...culprits]),
    });
  if (design.reason !== null) return refused(design.reason, design.culprits);
  if (n === 0) return refused('no-complete-rows', []);
  if (count === 0 || count === n) return refused('one-outcome', []);
  const named = (indices: readonly number[]): string[] =>
    indices.flatMap((j) => design.columns[j]?.name ?? []);
  const columns = standardisedColumns(used);
  const redundant = redundantColumns(columns, n);
  if (redundant.length > 0) return refused('collinear', named(redundant));
  const fit = fitLogistic(columns, events, undefined, progress);
  if (fit.reason !== null) {
    const longest = fit.direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
    const moving = Array.from(fit.direction.keys()).filter(
      (j) => !(design.hasIntercept && j === 0) && Math.abs(fit.direction[j] ?? 0) > 0.05 * longest,
    );
    return refused(fit.reason, fit.reason === 'separation' ? named(moving) : [], fit.iterations);
  }

  const estimates = originalCoefficients(columns, fit.coefficients);
  const covariance = originalCovariance(columns, fit.covariance);
  const width = columns.width;
  const quantile = normalUpperQuantile((1 - level) / 2);
  const coefficients = design.columns.map(({ name, term }, j): LogisticCoefficient => {
    const estimate = estimates[j] ?? 0;
    const standardError = Math.sqrt(covariance[j * width + j] ?? 0);
    const [lower, upper] = [estimate - quantile * standardError, estimate + quantile * standardError];
    const wald = { level, method: 'wald' };
    return Object.freeze({
      name,
      term,
      estimate,
      interval: Object.freeze({ lower, upper, ...wald }),
      standardError,
      z: estimate / standardError,
      p: normalTwoSided(estimate / standardError),
      oddsRatio: Object.freeze({
        estimate: Math.exp(estimate),
        interval: Object.freeze({ lower: Math.exp(lower), upper: Math.exp(upper), ...wald }),
      }),
    });
  });
  const nullDeviance = design.hasIntercept
    ? -2 * (count * Math.log(count / n) + (n - count) * Math.log((n - count) / n))
    : 2 * n * Math.LN2;
  const freed = width - (design.hasIntercept ? 1 : 0);
  return Object.freeze({
    ...shared,
    coefficients: Object.freeze(coefficients),
    covariance,
    fitted: fit.fitted,
    deviance: fit.deviance,
    nullDeviance,
    logLikelihood: -fit.deviance / 2,
    likelihoodRatio: likelihoodRatio(nullDeviance - fit.deviance, freed),
    iterations: fit.iterations,
    reason: null,
    culprits: Object.freeze([]),
  });
}

/**
 * Likelihood ratio test of two nested models on the same rows; `null` when one of them has no fit, the rows differ,
 * or the larger one has no more coefficients.
 */
export function compareLogistic(
  larger: LogisticRegression,
  smaller: LogisticRegression,
): LikelihoodRatio | null {
  const freed = larger.coefficients.length - smaller.coefficients.length;
  if (larger.deviance === null || smaller.deviance === null || larger.n !== smaller.n || freed < 1)
    return null;
  return likelihoodRatio(smaller.deviance - larger.deviance, freed);
}

function likelihoodRatio(difference: number, degreesOfFreedom: number): LikelihoodRatio | null {
  if (degreesOfFreedom < 1) return null;
  const statistic = Math.max(0, difference);
  return Object.freeze({ statistic, degreesOfFreedom, p: chiSquaredUpperTail(statistic, degreesOfFreedom) });
}
