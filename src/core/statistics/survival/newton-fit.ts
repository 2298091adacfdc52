import {
  type Cholesky,
  cholesky,
  choleskySolve,
  isRedundant,
} from '@core/statistics/linear-algebra/cholesky';

/** A log-likelihood with its first and second derivatives (information = minus the second, row by row). */
export interface Likelihood {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/**
 * How a fit ended. `infinite-coefficients`: the likelihood has no maximum, some coefficient runs away
 * (separation: all events, or none, in one group). `not-converged`: the iterations were used up.
 */
export type FitOutcome = 'converged' | 'infinite-coefficients' | 'not-converged';

export interface NewtonFit {
  readonly beta: Float64Array;
  readonly start: Likelihood;
  readonly end: Likelihood;
  readonly factor: Cholesky;
  readonly iterations: number;
  readonly outcome: FitOutcome;
  /** Per coefficient: it runs away. */
  readonly infinite: readonly boolean[];
}

const RELATIVE_GAIN = 1e-13;
const MOST_ITERATIONS = 60;
/**
 * Once the likelihood stands still, the step that a coefficient still makes, as a log hazard ratio between the extremes
 * of its covariate. A finite maximum leaves next to none; a coefficient that runs away keeps making steps of one.
 */
const RUNAWAY_STEP = 0.1;
const RUNAWAY_SIZE = 4;

/**
 * Maximises a concave log-likelihood of standardised covariates by Newton's method with step halving, from zero.
 *
 * Redundant coefficients (constant or collinear covariates) stay at 0.
 *
 * @param evaluate  the likelihood at a coefficient vector
 * @param range  distance between the extremes of each covariate
 * @param progress  called once per iteration; answering `false` ends the fit as not converged
 */
export function newtonFit(
  evaluate: (beta: Float64Array) => Likelihood,
  range: Float64Array,
  progress: (iteration: number) => boolean = () => true,
): NewtonFit {
  const size = range.length;
  let beta: Float64Array = new Float64Array(size);
  const start = evaluate(beta);
  let now = start;
  let factor = cholesky(now.information, size);
  let outcome: FitOutcome = 'not-converged';
  let iterations = 0;
  let step = choleskySolve(factor, now.score);
  while (iterations < MOST_ITERATIONS) {
    if (!progress(iterations)) break;
    iterations += 1;
    let share = 1;
    let next = beta.map((value, j) => value + (step[j] as number));
    let trial = evaluate(next);
    while (
      !(trial.logLikelihood >= now.logLikelihood - Math.abs(now.logLikelihood) * 1e-12) &&
      share > 1e-6
    ) {
      share /= 2;
      next = beta.map((value, j) => value + share * (step[j] as number));
      trial = evaluate(next);
    }
    const gain = trial.logLikelihood - now.logLikelihood;
    beta = next;
    now = trial;
    factor = cholesky(now.information, size);
    step = choleskySolve(factor, now.score);
    if (Math.abs(gain) <= RELATIVE_GAIN * (Math.abs(now.logLikelihood) + 1e-3)) {
      outcome = 'converged';
      break;
    }
  }
  const infinite = Array.from({ length: size }, (_, j) => runsAway(j, beta, step, factor, start, range));
  if (infinite.includes(true)) outcome = 'infinite-coefficients';
  return { beta, start, end: now, factor, iterations, outcome, infinite };
}

function runsAway(
  j: number,
  beta: Float64Array,
  step: Float64Array,
  factor: Cholesky,
  start: Likelihood,
  range: Float64Array,
): boolean {
  const informative = (start.information[j * beta.length + j] as number) > 0;
  const reach = range[j] as number;
  if (!informative || Math.abs(beta[j] as number) * reach < RUNAWAY_SIZE) return false;
  return Math.abs(step[j] as number) * reach > RUNAWAY_STEP || isRedundant(factor, j);
}
