import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { quadraticForm } from '@core/statistics/linear-algebra/cholesky';
import { type CoxFit, coxRegression } from '@core/statistics/survival/cox-regression';
import { type FineGrayFit, fineGray } from '@core/statistics/survival/fine-gray';
import type { FitOutcome } from '@core/statistics/survival/newton-fit';
import type { RegressionTerm, RegressionTest } from '@core/statistics/survival/regression-terms';
import type { ModelMethod } from './model-definition';
import type { ModelDesign } from './model-design';

/** A fit of either method, as far as both have it. */
export interface ModelFit {
  /** In the order of the columns of the design. */
  readonly terms: readonly RegressionTerm[];
  readonly variance: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly likelihoodRatio: RegressionTest;
  readonly outcome: FitOutcome;
  readonly cox: CoxFit | null;
  readonly fineGray: FineGrayFit | null;
}

export interface FitOptions {
  readonly method: ModelMethod;
  /** Causes of the endpoint, the event among them. */
  readonly causes: number;
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** Called once per iteration; answering `false` stops the fit. */
  readonly progress: () => boolean;
}

/** Cox's regression of the event (Efron's ties), every other exit censoring; or Fine and Gray's of its incidence. */
export function fitModel({ rows, values, strata }: ModelDesign, options: FitOptions): ModelFit {
  const { method, causes, level, progress } = options;
  if (method === 'fine-gray') {
    const fit = fineGray({ time: rows.time, cause: rows.cause }, causes, values, { level, progress });
    return { ...shared(fit), cox: null, fineGray: fit };
  }
  const event = rows.cause.map((cause) => (cause === 1 ? 1 : 0));
  const entry = rows.entry ?? undefined;
  const fit = coxRegression({ time: rows.time, event, entry }, values, {
    level,
    progress,
    strata: strata === null ? undefined : { index: strata.codes, count: strata.levels.length },
  });
  return { ...shared(fit), cox: fit, fineGray: null };
}

const shared = ({ terms, variance, logLikelihood, likelihoodRatio, outcome }: CoxFit | FineGrayFit) => ({
  terms,
  variance,
  logLikelihood,
  likelihoodRatio,
  outcome,
});

/**
 * Wald test that some coefficients of a fit are 0 together; those that are redundant or run away are left out, and without
 * any left there is no p-value.
 */
export function waldTest({ terms, variance }: ModelFit, places: readonly number[]): RegressionTest {
  const used = places.filter((j) => terms[j]?.reason === null);
  const matrix = Float64Array.from(used.flatMap((i) => used.map((j) => variance[i]?.[j] ?? 0)));
  const coefficients = used.map((j) => terms[j]?.coefficient ?? 0);
  const statistic = used.length === 0 ? 0 : quadraticForm(matrix, coefficients);
  return Object.freeze({
    statistic,
    degreesOfFreedom: used.length,
    pValue: used.length === 0 ? null : chiSquaredUpperTail(statistic, used.length),
  });
}
