import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { choleskyInverse } from '@core/statistics/linear-algebra/cholesky';
import type { CompetingInput } from './aalen-johansen';
import { type Covariates, checkCovariates, completeRows, standardise } from './covariates';
import { FineGrayLikelihood } from './fine-gray-likelihood';
import { type FitOutcome, newtonFit } from './newton-fit';
import { inUnits, type RegressionTerm, type RegressionTest, regressionTerms } from './regression-terms';
import { readSurvivalRows } from './survival-input';

export interface FineGrayOptions {
  /** The cause whose incidence is modelled; 1. */
  readonly cause?: number;
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number;
  /** Called once per iteration; answering `false` stops the fit. */
  readonly progress?: (iteration: number) => boolean;
}

/** A Fine-Gray regression of one cause's cumulative incidence. */
export interface FineGrayFit {
  readonly method: string;
  readonly cause: number;
  readonly terms: readonly RegressionTerm[];
  /** Robust (sandwich) covariance of the coefficients, and the inverse of the information. */
  readonly variance: readonly (readonly number[])[];
  readonly inverseInformation: readonly (readonly number[])[];
  /** Log pseudo-likelihood at the fit and at zero. */
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: RegressionTest;
  /** Jumps of the cumulative subdistribution hazard where every covariate is 0. */
  readonly baseline: { readonly time: Float64Array; readonly jump: Float64Array };
  readonly n: number;
  readonly eventCount: number;
  readonly competingCount: number;
  readonly excluded: number;
  readonly iterations: number;
  readonly outcome: FitOutcome;
  readonly level: number;
  /** Coefficients and covariances of the standardised covariates, for the functions that take a fit. */
  readonly standardised: {
    readonly beta: Float64Array;
    readonly variance: Float64Array;
    readonly inverseInformation: Float64Array;
    readonly mean: Float64Array;
    readonly scale: Float64Array;
  };
  readonly likelihood: FineGrayLikelihood;
}

/**
 * Fine and Gray's proportional subdistribution hazards regression, right-censored data, in linear time per iteration.
 *
 * Who had a competing event stays in the risk set with weight G(t-) / G(x-), G the Kaplan-Meier estimate of remaining
 * uncensored in which all of a time's events count as still at risk (as cmprsk's crr). Ties are Breslow's. The variance
 * is Fine and Gray's sandwich, which allows for G being estimated.
 *
 * No event of the cause: every coefficient is redundant. A coefficient that runs away: outcome `infinite-coefficients`.
 *
 * @param causes  number of causes in the codes of the input
 * @throws RangeError with late entry or weights, unequal lengths, causes out of range, a level outside (0, 1)
 * @see Fine & Gray 1999, doi:10.1080/01621459.1999.10474144 · Kawaguchi et al. 2021, doi:10.32614/RJ-2021-010 (linear
 *   time) · tests/reference/fine-gray
 */
export function fineGray(
  input: CompetingInput,
  causes: number,
  covariates: Covariates,
  options: FineGrayOptions = {},
): FineGrayFit {
  if (input.entry !== undefined || input.weight !== undefined) {
    throw new RangeError('Fine-Gray regression takes neither late entry nor weights');
  }
  const { cause = 1, level = 0.95 } = options;
  if (!Number.isInteger(cause) || cause < 1 || cause > causes)
    throw new RangeError(`cause must be 1 .. ${causes}`);
  const total = input.time.length;
  checkCovariates(covariates, total);
  const complete = { index: completeRows(covariates, total), count: 1 };
  const rows = readSurvivalRows({ time: input.time, event: input.cause }, [complete], causes);
  const positions = rows.position ?? Int32Array.from({ length: total }, (_, i) => i);
  const standardised = standardise(covariates, positions);
  const likelihood = new FineGrayLikelihood(rows, standardised, cause);
  const { size } = standardised;
  const fit = newtonFit((beta) => likelihood.evaluate(beta), standardised.range, options.progress);
  const inverse = choleskyInverse(fit.factor);
  const variance = sandwich(inverse, likelihood.meat(fit.beta), size);
  const df = fit.factor.rank;
  const statistic = 2 * (fit.end.logLikelihood - fit.start.logLikelihood);
  let centre = 0;
  for (let j = 0; j < size; j++) {
    centre +=
      ((fit.beta[j] as number) * (standardised.mean[j] as number)) / (standardised.scale[j] as number);
  }
  const { time, jump } = likelihood.baseline(fit.beta);
  return Object.freeze({
    method: 'Fine-Gray',
    cause,
    terms: regressionTerms(standardised, fit, variance, level),
    variance: inUnits(variance, standardised),
    inverseInformation: inUnits(inverse, standardised),
    logLikelihood: fit.end.logLikelihood,
    nullLogLikelihood: fit.start.logLikelihood,
    likelihoodRatio: Object.freeze({
      statistic,
      degreesOfFreedom: df,
      pValue: df === 0 ? null : chiSquaredUpperTail(statistic, df),
    }),
    baseline: Object.freeze({ time, jump: jump.map((value) => value * Math.exp(-centre)) }),
    n: rows.size,
    eventCount: likelihood.eventCount,
    competingCount: likelihood.competingCount,
    excluded: rows.excluded,
    iterations: fit.iterations,
    outcome: fit.outcome,
    level,
    standardised: Object.freeze({
      beta: fit.beta,
      variance,
      inverseInformation: inverse,
      mean: standardised.mean,
      scale: standardised.scale,
    }),
    likelihood,
  });
}

/** B⁻¹ M B⁻¹ for symmetric matrices. */
function sandwich(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  return multiply(multiply(bread, meat, size), bread, size);
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (a[i * size + k] as number) * (b[k * size + j] as number);
      product[i * size + j] = sum;
    }
  }
  return product;
}
