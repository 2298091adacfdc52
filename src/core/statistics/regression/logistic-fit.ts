import { cholesky, choleskyInverse, choleskySolve } from '@core/statistics/linear-algebra/cholesky';
import type { StandardisedColumns } from './standardised-columns';

export interface LogisticFit {
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
  readonly reason: 'separation' | 'no-convergence' | null;
  /** When separated: the direction in which the likelihood rises without end. */
  readonly direction: Float64Array;
}

const MOST_ITERATIONS = 60;
const CONVERGED = 1e-10;
/** From this iteration on a fit with a maximum no longer moves linear predictors by half a unit. */
const SETTLED = 10;

/**
 * Newton's method (IRLS) for the logistic likelihood, with step halving.
 *
 * Under separation the maximum lies at infinity and every step still moves the separated subjects by about one unit
 * on the logit scale in the same direction; a step that late, that long and never against an outcome is the sign.
 *
 * @param outcome  0 or 1 per row
 * @param offset  part of the linear predictor that is given, not fitted
 * @param progress  called once per iteration; answering `false` ends the fit as not converged
 * @see McCullagh & Nelder 1989, 4.4; Albert & Anderson 1984, doi:10.1093/biomet/71.1.1
 */
export function fitLogistic(
  columns: StandardisedColumns,
  outcome: Float64Array,
  offset: Float64Array = new Float64Array(outcome.length),
  progress: (iteration: number) => boolean = () => true,
): LogisticFit {
  const { values, width } = columns;
  let coefficients = new Float64Array(width);
  let predictor = Float64Array.from(offset);
  let deviance = devianceOf(predictor, outcome);
  let reason: LogisticFit['reason'] = 'no-convergence';
  let direction: Float64Array = new Float64Array(width);
  let iterations = 0;
  while (iterations < MOST_ITERATIONS) {
    iterations++;
    if (!progress(iterations)) break;
    const { score, information } = derivatives(values, width, predictor, outcome);
    const step = choleskySolve(cholesky(information, width, 1e-300), score);
    const move = linearPredictor(values, width, step);
    let length = 1;
    let nextPredictor = combined(predictor, move, length);
    let nextDeviance = devianceOf(nextPredictor, outcome);
    while (!(nextDeviance <= deviance + 1e-10 * (1 + deviance)) && length > 1e-6) {
      length /= 2;
      nextPredictor = combined(predictor, move, length);
      nextDeviance = devianceOf(nextPredictor, outcome);
    }
    coefficients = combined(coefficients, step, length);
    predictor = nextPredictor;
    deviance = nextDeviance;
    direction = step;
    if (largest(step) <= CONVERGED * (1 + largest(coefficients))) {
      reason = null;
      break;
    }
    if (iterations >= SETTLED && separates(move, outcome)) {
      reason = 'separation';
      break;
    }
  }
  const { information } = derivatives(values, width, predictor, outcome);
  const covariance = choleskyInverse(cholesky(information, width, 1e-300));
  const fitted = predictor.map((eta) => 1 / (1 + Math.exp(-eta)));
  return { coefficients, covariance, fitted, deviance, iterations, reason, direction };
}

function separates(move: Float64Array, outcome: Float64Array): boolean {
  const most = largest(move);
  if (most < 0.5) return false;
  return move.every((distance, i) => (outcome[i] === 1 ? distance : -distance) >= -0.01 * most);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function combined(a: Float64Array, b: Float64Array, factor: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(a, (value, i) => value + factor * (b[i] ?? 0));
}

function linearPredictor(values: Float64Array, width: number, coefficients: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (values[i * width + j] ?? 0) * (coefficients[j] ?? 0);
    return sum;
  });
}

function derivatives(
  values: Float64Array,
  width: number,
  predictor: Float64Array,
  outcome: Float64Array,
): { readonly score: Float64Array; readonly information: Float64Array } {
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  for (let i = 0; i < outcome.length; i++) {
    const decay = Math.exp(-Math.abs(predictor[i] ?? 0));
    const weight = decay / ((1 + decay) * (1 + decay));
    const near = (predictor[i] ?? 0) >= 0;
    // y - p without cancellation when p is close to y.
    const small = decay / (1 + decay);
    const large = 1 / (1 + decay);
    const residual = outcome[i] === 1 ? (near ? small : large) : near ? -large : -small;
    for (let j = 0; j < width; j++) {
      const x = values[i * width + j] ?? 0;
      score[j] = (score[j] ?? 0) + x * residual;
      for (let k = 0; k <= j; k++) {
        const at = j * width + k;
        information[at] = (information[at] ?? 0) + weight * x * (values[i * width + k] ?? 0);
      }
    }
  }
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) information[k * width + j] = information[j * width + k] ?? 0;
  }
  return { score, information };
}

/** -2 log likelihood: each subject adds 2 log(1 + exp(∓η)). */
export function devianceOf(predictor: Float64Array, outcome: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < predictor.length; i++) {
    const against = outcome[i] === 1 ? -(predictor[i] ?? 0) : (predictor[i] ?? 0);
    sum += Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  return 2 * sum;
}
