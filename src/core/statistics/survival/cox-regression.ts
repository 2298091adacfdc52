import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { choleskyInverse, quadraticForm } from '@core/statistics/linear-algebra/cholesky';
import type { Covariates } from './covariates';
import { type CoxData, coxData } from './cox-data';
import { CoxLikelihood } from './cox-likelihood';
import { rowResiduals } from './cox-residuals';
import type { Ties } from './cox-risk-sums';
import { coxSteps } from './cox-steps';
import { type FitOutcome, newtonFit } from './newton-fit';
import { inUnits, type RegressionTerm, type RegressionTest, regressionTerms } from './regression-terms';
import type { Grouping, SurvivalInput } from './survival-input';

export interface CoxOptions {
  /** Efron's treatment of tied events (default) or Breslow's. */
  readonly ties?: Ties;
  /** Each stratum has its own baseline hazard. */
  readonly strata?: Grouping | undefined;
  /** Robust (sandwich) variance, for weights that are not counts; always with clusters. */
  readonly robust?: boolean;
  /** Any number naming the cluster of each row: rows of one subject, eyes of one patient, patients of one centre. */
  readonly cluster?: ArrayLike<number> | undefined;
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number;
  /** Called once per iteration; answering `false` stops the fit. */
  readonly progress?: (iteration: number) => boolean;
}

/** A fitted Cox model. */
export interface CoxFit {
  readonly method: string;
  readonly ties: Ties;
  readonly terms: readonly RegressionTerm[];
  /** Covariance of the coefficients: robust when asked for; and that of the model. */
  readonly variance: readonly (readonly number[])[];
  readonly modelVariance: readonly (readonly number[])[];
  readonly robust: boolean;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: RegressionTest;
  readonly wald: RegressionTest;
  readonly score: RegressionTest;
  /** Score test with the robust variance; `null` unless robust. */
  readonly robustScore: RegressionTest | null;
  /** Rows, weight of the subjects, number of events, rows left out for missing values. */
  readonly rows: number;
  readonly n: number;
  readonly eventCount: number;
  readonly excluded: number;
  readonly iterations: number;
  readonly outcome: FitOutcome;
  readonly level: number;
  /** Coefficients and covariances of the standardised covariates, for the functions that take a fit. */
  readonly standardised: {
    readonly beta: Float64Array;
    readonly variance: Float64Array;
    readonly modelVariance: Float64Array;
    readonly information: Float64Array;
  };
  readonly data: CoxData;
}

/**
 * Cox's proportional hazards regression, with late entry and time-dependent covariates (one row per interval), strata,
 * weights, clusters.
 *
 * Newton's method on standardised covariates; each iteration is one pass over the sorted rows. A covariate that is
 * constant or a combination of earlier ones is `redundant`; one whose coefficient runs away (separation) is `infinite`
 * and the outcome says so. No events: every coefficient is redundant.
 *
 * @throws RangeError on unequal lengths, event codes other than 0 and 1, negative weights, a level outside (0, 1)
 * @see Cox 1972; Efron 1977, doi:10.1080/01621459.1977.10480613; Breslow 1974 · Lin & Wei 1989,
 *   doi:10.1080/01621459.1989.10478874 (robust variance) · survival's coxph · tests/reference/cox
 */
export function coxRegression(
  input: SurvivalInput,
  covariates: Covariates,
  options: CoxOptions = {},
): CoxFit {
  const { ties = 'efron', level = 0.95, cluster } = options;
  const robust = options.robust === true || cluster !== undefined;
  const data = coxData(input, covariates, options.strata);
  if (cluster !== undefined && cluster.length !== data.total) {
    throw new RangeError(`cluster has ${cluster.length} elements, time has ${data.total}`);
  }
  const { size } = data.covariates;
  const likelihood = new CoxLikelihood(data, ties);
  const fit = newtonFit((beta) => likelihood.evaluate(beta), data.covariates.range, options.progress);
  const modelVariance = choleskyInverse(fit.factor);
  const df = fit.factor.rank;
  let variance = modelVariance;
  let robustScore: RegressionTest | null = null;
  if (robust) {
    const groups = clusterIndex(data, cluster);
    const atNull = clusteredScores(data, ties, new Float64Array(size), groups);
    robustScore = chiSquared(quadraticForm(crossProduct(atNull, size), columnSums(atNull, size)), df);
    const scores = clusteredScores(data, ties, fit.beta, groups);
    variance = crossProduct(times(scores, modelVariance, size), size);
  }
  const waldMatrix = robust ? variance : fit.end.information;
  const wald = robust ? quadraticForm(waldMatrix, fit.beta) : bilinear(waldMatrix, fit.beta);
  return Object.freeze({
    method: 'Cox regression',
    ties,
    terms: regressionTerms(data.covariates, fit, variance, level),
    variance: inUnits(variance, data.covariates),
    modelVariance: inUnits(modelVariance, data.covariates),
    robust,
    logLikelihood: fit.end.logLikelihood,
    nullLogLikelihood: fit.start.logLikelihood,
    likelihoodRatio: chiSquared(2 * (fit.end.logLikelihood - fit.start.logLikelihood), df),
    wald: chiSquared(wald, df),
    score: chiSquared(quadraticForm(fit.start.information, fit.start.score), df),
    robustScore,
    rows: data.rows,
    n: total(data.weight),
    eventCount: data.eventCount,
    excluded: data.excluded,
    iterations: fit.iterations,
    outcome: fit.outcome,
    level,
    standardised: Object.freeze({
      beta: fit.beta,
      variance,
      modelVariance,
      information: fit.end.information,
    }),
    data,
  });
}

function total(weight: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++) sum += weight[i] as number;
  return sum;
}

function chiSquared(statistic: number, degreesOfFreedom: number): RegressionTest {
  const pValue = degreesOfFreedom === 0 ? null : chiSquaredUpperTail(statistic, degreesOfFreedom);
  return Object.freeze({ statistic, degreesOfFreedom, pValue });
}

function clusterIndex(data: CoxData, cluster: ArrayLike<number> | undefined): Int32Array {
  const names = new Map<number, number>();
  return Int32Array.from(data.position, (at) => {
    const name = cluster === undefined ? at : (cluster[at] as number);
    const index = names.get(name) ?? names.size;
    names.set(name, index);
    return index;
  });
}

/** Weighted score residuals summed per cluster, row-major. */
function clusteredScores(data: CoxData, ties: Ties, beta: Float64Array, groups: Int32Array): Float64Array {
  const p = data.covariates.size;
  const { score } = rowResiduals(data, beta, coxSteps(data, ties, beta));
  const sums = new Float64Array((groups.reduce((most, g) => Math.max(most, g), -1) + 1) * p);
  for (let i = 0; i < data.rows; i++) {
    const base = (groups[i] as number) * p;
    const w = data.weight[i] as number;
    for (let j = 0; j < p; j++)
      sums[base + j] = (sums[base + j] as number) + w * (score[i * p + j] as number);
  }
  return sums;
}

function crossProduct(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < matrix.length; row += size) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const cell = i * size + j;
        product[cell] = (product[cell] as number) + (matrix[row + i] as number) * (matrix[row + j] as number);
      }
    }
  }
  return product;
}

function columnSums(matrix: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < matrix.length; i++) sums[i % size] = (sums[i % size] as number) + (matrix[i] as number);
  return sums;
}

function times(rows: Float64Array, square: Float64Array, size: number): Float64Array {
  const product = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += size) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (rows[row + k] as number) * (square[k * size + j] as number);
      product[row + j] = sum;
    }
  }
  return product;
}

function bilinear(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      sum += (vector[i] as number) * (matrix[i * size + j] as number) * (vector[j] as number);
  }
  return sum;
}
