import { confidenceLimits, criticalValue, type IntervalScale } from './confidence-limits';
import type { CoxFit } from './cox-regression';
import { coxSteps } from './cox-steps';
import type { Estimate } from './estimate';
import { quantileOfCurve } from './survival-quantile';

/** Baseline cumulative hazard of one stratum: where every covariate is 0. */
export interface BaselineHazard {
  readonly stratum: number;
  readonly time: Float64Array;
  readonly cumulativeHazard: Float64Array;
}

/** Survival predicted by a Cox model for one subject. Undefined limits are `NaN`. */
export interface PredictedCurve {
  readonly method: string;
  readonly time: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly survival: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly n: number;
  readonly level: number;
  readonly interval: IntervalScale;
}

/** All that predictions need of a fit: its steps at the event times of one stratum, without its rows. */
export interface CoxPredictor {
  readonly time: Float64Array;
  /** Jump of the hazard at the mean covariates, its variance, and the jump times the mean of each covariate, row-major. */
  readonly hazard: Float64Array;
  readonly hazardVariance: Float64Array;
  readonly meanHazard: Float64Array;
  /** Coefficients of the standardised covariates, their covariance, and how covariates are standardised. */
  readonly beta: Float64Array;
  readonly variance: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly n: number;
  readonly level: number;
}

/** The part of a fit that predictions are made from. No events: no steps. */
export function coxPredictor(fit: CoxFit, stratum = 0): CoxPredictor {
  const p = fit.data.covariates.size;
  const steps = coxSteps(fit.data, fit.ties, fit.standardised.beta);
  const rows = Array.from(steps.stratum.keys()).filter((step) => steps.stratum[step] === stratum);
  const meanHazard = new Float64Array(rows.length * p);
  rows.forEach((step, row) => {
    meanHazard.set(steps.meanHazard.subarray(step * p, (step + 1) * p), row * p);
  });
  const { mean, scale } = fit.data.covariates;
  return Object.freeze({
    time: Float64Array.from(rows, (step) => steps.time[step] as number),
    hazard: Float64Array.from(rows, (step) => steps.hazard[step] as number),
    hazardVariance: Float64Array.from(rows, (step) => steps.variance[step] as number),
    meanHazard,
    beta: fit.standardised.beta,
    variance: fit.standardised.variance,
    mean,
    scale,
    n: fit.n,
    level: fit.level,
  });
}

/** Difference of a subject's linear predictor to that of the mean covariates, and its standardised covariates. */
function standardisedSubject(
  { beta, mean, scale }: Pick<CoxPredictor, 'beta' | 'mean' | 'scale'>,
  values: readonly number[],
) {
  if (values.length !== beta.length) throw new RangeError('one value per term is needed');
  const x = Float64Array.from(values, (value, j) => (value - (mean[j] as number)) / (scale[j] as number));
  let linear = 0;
  for (let j = 0; j < beta.length; j++) linear += (beta[j] as number) * (x[j] as number);
  return { x, linear };
}

/** Baseline cumulative hazards, one per stratum, at the event times; Efron's or Breslow's as the fit. */
export function baselineHazards(fit: CoxFit): readonly BaselineHazard[] {
  const steps = coxSteps(fit.data, fit.ties, fit.standardised.beta);
  const { linear } = standardisedSubject(
    { ...fit.data.covariates, beta: fit.standardised.beta },
    fit.terms.map(() => 0),
  );
  const factor = Math.exp(linear);
  return Object.freeze(
    Array.from({ length: fit.data.strata.length - 1 }, (_, stratum) => {
      const time: number[] = [];
      const cumulativeHazard: number[] = [];
      let sum = 0;
      steps.time.forEach((t, i) => {
        if (steps.stratum[i] !== stratum) return;
        sum += (steps.hazard[i] as number) * factor;
        time.push(t);
        cumulativeHazard.push(sum);
      });
      return Object.freeze({
        stratum,
        time: Float64Array.from(time),
        cumulativeHazard: Float64Array.from(cumulativeHazard),
      });
    }),
  );
}

/**
 * Survival predicted for a subject with given covariates: exp(-H0(t) exp(x'β)), with an interval that allows for the
 * uncertainty of both the baseline hazard and the coefficients.
 *
 * One element per event time of the stratum, 1 before the first. Redundant terms count as 0.
 *
 * @param values  one per term, in the units of the data
 * @throws RangeError if the number of values is not that of the terms
 * @see Tsiatis 1981; survival's survfit.coxph
 */
export function predictedSurvival(
  fit: CoxFit,
  values: readonly number[],
  options: { readonly stratum?: number; readonly interval?: IntervalScale } = {},
): PredictedCurve {
  const { stratum = 0, interval = 'log' } = options;
  return survivalFrom(coxPredictor(fit, stratum), values, interval);
}

/** The same from the part of a fit that was kept. */
export function survivalFrom(
  predictor: CoxPredictor,
  values: readonly number[],
  interval: IntervalScale = 'log',
): PredictedCurve {
  const { time, variance, n, level } = predictor;
  const p = predictor.beta.length;
  const { x, linear } = standardisedSubject(predictor, values);
  const factor = Math.exp(linear);
  const blank = () => new Float64Array(time.length);
  const cumulativeHazard = blank();
  const survival = blank();
  const relativeError = blank();
  const drift = new Float64Array(p);
  let hazard = 0;
  let spread = 0;
  for (let row = 0; row < time.length; row++) {
    const h = predictor.hazard[row] as number;
    hazard += h;
    spread += predictor.hazardVariance[row] as number;
    for (let j = 0; j < p; j++) {
      drift[j] = (drift[j] as number) + (x[j] as number) * h - (predictor.meanHazard[row * p + j] as number);
    }
    let coefficients = 0;
    for (let j = 0; j < p; j++) {
      for (let k = 0; k < p; k++) {
        coefficients += (drift[j] as number) * (variance[j * p + k] as number) * (drift[k] as number);
      }
    }
    cumulativeHazard[row] = hazard * factor;
    survival[row] = Math.exp(-hazard * factor);
    relativeError[row] = factor * Math.sqrt(spread + coefficients);
  }
  const method = 'Cox prediction';
  return Object.freeze({
    method,
    time,
    cumulativeHazard,
    survival,
    standardError: relativeError.map((error, row) => error * (survival[row] as number)),
    ...confidenceLimits(interval, survival, relativeError, criticalValue(level)),
    n,
    level,
    interval,
  });
}

/** Median of a predicted curve, by the rule of `survivalQuantile`; `null` when not reached. */
export function predictedMedian(curve: PredictedCurve): Estimate {
  return quantileOfCurve({ ...curve, eventCount: curve.time.length }, 0.5);
}
