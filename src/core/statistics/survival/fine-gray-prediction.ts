import { criticalValue } from './confidence-limits';
import type { FineGrayFit } from './fine-gray';
import type { FineGrayLikelihood } from './fine-gray-likelihood';

/** All that predictions need of a fit, without its rows. */
export interface FineGrayPredictor {
  /** Event times, and the cumulative subdistribution hazard at the mean covariates. */
  readonly time: Float64Array;
  readonly cumulativeHazard: Float64Array;
  /** The event times, by their place in `time`, at which the error is known; the others take that of the one before. */
  readonly place: Int32Array;
  /** There: the hazard times the mean of each covariate cumulated; the variance of the hazard and its covariance with the coefficients, row-major. */
  readonly meanHazard: Float64Array;
  readonly hazardVariance: Float64Array;
  readonly covariance: Float64Array;
  /** Coefficients of the standardised covariates, their robust covariance, and how covariates are standardised. */
  readonly beta: Float64Array;
  readonly variance: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly level: number;
}

/** Cumulative incidence predicted for one subject at the event times. Undefined limits are `NaN`. */
export interface PredictedIncidence {
  readonly time: Float64Array;
  readonly probability: Float64Array;
  /** Of the logarithm of the cumulative subdistribution hazard. */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Times at which the error of a prediction is computed; each is a pass over the rows. */
const mostTimes = 120;

/**
 * The part of a fit that predictions are made from, with the errors of its baseline: sums over subjects of the squares of
 * their influences on it, which allow for the coefficients and for the censoring distribution being estimated.
 *
 * No event of the cause: no times.
 *
 * @see Fine & Gray 1999, doi:10.1080/01621459.1999.10474144, section 4 · tests/reference/fine-gray compares with R's
 *   infinitesimal jackknife
 */
export function fineGrayPredictor({ likelihood, standardised, level }: FineGrayFit): FineGrayPredictor {
  const { beta, variance, inverseInformation, mean, scale } = standardised;
  const { time, jump } = likelihood.baseline(beta);
  let hazard = 0;
  const cumulativeHazard = jump.map((one) => {
    hazard += one;
    return hazard;
  });
  const count = Math.min(mostTimes, time.length);
  const place = Int32Array.from({ length: count }, (_, k) =>
    count === time.length ? k : Math.floor((k * (time.length - 1)) / (count - 1)),
  );
  const errors = baselineErrors(
    likelihood,
    beta,
    inverseInformation,
    Float64Array.from(place, (at) => time[at] as number),
  );
  return Object.freeze({ time, cumulativeHazard, place, ...errors, beta, variance, mean, scale, level });
}

/** Running sums over the blocks of equal times, up to and with each. */
interface BlockSums {
  /** d / S0², and the same times G(t-). */
  readonly hazard: Float64Array;
  readonly weighted: Float64Array;
  /** d S1 / S0². */
  readonly mean: Float64Array;
  /** Σ e / G of the competing events before each block. */
  readonly late: Float64Array;
  /** c Q / Y², and the same times the weighted hazard before the block. */
  readonly censored: Float64Array;
  readonly censoredHazard: Float64Array;
}

function blockSums(likelihood: FineGrayLikelihood, risk: Float64Array, sums: Float64Array): BlockSums {
  const { p, events, censored, atRisk, g, kind, block } = likelihood;
  const blocks = events.length;
  const found = {
    hazard: new Float64Array(blocks),
    weighted: new Float64Array(blocks),
    mean: new Float64Array(blocks * p),
    late: new Float64Array(blocks),
    censored: new Float64Array(blocks),
    censoredHazard: new Float64Array(blocks),
  };
  let [hazard, weighted, late, gone, goneHazard] = [0, 0, 0, 0, 0];
  const mean = new Float64Array(p);
  let row = 0;
  for (let b = 0; b < blocks; b++) {
    const base = b * (1 + p);
    const s0 = sums[base] as number;
    const d = events[b] as number;
    const step = ((censored[b] as number) * late) / ((atRisk[b] as number) * (atRisk[b] as number));
    gone += step;
    goneHazard += step * weighted;
    if (d > 0) {
      hazard += d / (s0 * s0);
      weighted += ((g[b] as number) * d) / (s0 * s0);
      for (let j = 0; j < p; j++)
        mean[j] = (mean[j] as number) + (d * (sums[base + 1 + j] as number)) / (s0 * s0);
    }
    found.hazard[b] = hazard;
    found.weighted[b] = weighted;
    found.mean.set(mean, b * p);
    found.late[b] = late;
    found.censored[b] = gone;
    found.censoredHazard[b] = goneHazard;
    for (; row < kind.length && block[row] === b; row++)
      if (kind[row] === 2) late += (risk[row] as number) / (g[b] as number);
  }
  return found;
}

function baselineErrors(
  likelihood: FineGrayLikelihood,
  beta: Float64Array,
  inverseInformation: Float64Array,
  times: Float64Array,
): Pick<FineGrayPredictor, 'meanHazard' | 'hazardVariance' | 'covariance'> {
  const { p, blockTime, kind, block, g, atRisk } = likelihood;
  const risk = likelihood.risks(beta);
  const sums = likelihood.riskSums(risk, false);
  const until = blockSums(likelihood, risk, sums);
  const blockOf = Int32Array.from(times, (time) => blockTime.indexOf(time));
  const hazardVariance = new Float64Array(times.length);
  const covariance = new Float64Array(times.length * p);
  const moved = new Float64Array(p);
  likelihood.forEachInfluence(beta, (row, score) => {
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += (inverseInformation[j * p + k] as number) * (score[k] as number);
      moved[j] = sum;
    }
    const own = block[row] as number;
    const e = risk[row] as number;
    // The weighted hazard before the block of the row: a censoring there still sees its own times.
    const before = own === 0 ? 0 : (until.weighted[own - 1] as number);
    const q = kind[row] === 0 ? (until.late[own] as number) / (atRisk[own] as number) : 0;
    for (let k = 0; k < blockOf.length; k++) {
      const end = blockOf[k] as number;
      const last = Math.min(own, end);
      const weighted = until.weighted[end] as number;
      let influence = -e * (until.hazard[last] as number);
      if (own <= end) {
        if (kind[row] === 1) influence += 1 / (sums[own * (1 + p)] as number);
        if (kind[row] === 0) influence += q * (weighted - before);
        if (kind[row] === 2)
          influence -= (e / (g[own] as number)) * (weighted - (until.weighted[own] as number));
      }
      influence -= (until.censored[last] as number) * weighted - (until.censoredHazard[last] as number);
      hazardVariance[k] = (hazardVariance[k] as number) + influence * influence;
      for (let j = 0; j < p; j++)
        covariance[k * p + j] = (covariance[k * p + j] as number) + influence * (moved[j] as number);
    }
  });
  const meanHazard = new Float64Array(times.length * p);
  blockOf.forEach((b, k) => {
    meanHazard.set(until.mean.subarray(b * p, (b + 1) * p), k * p);
  });
  return { meanHazard, hazardVariance, covariance };
}

/**
 * Cumulative incidence of a subject with given covariates, with a pointwise interval on the scale of the logarithm of the
 * cumulative hazard, so that its limits stay in [0, 1].
 *
 * @param values  one per term, in the units of the data; redundant terms count as 0
 * @throws RangeError if the number of values is not that of the terms
 */
export function incidenceFrom(predictor: FineGrayPredictor, values: readonly number[]): PredictedIncidence {
  const { time, cumulativeHazard, place, meanHazard, hazardVariance, covariance } = predictor;
  const { beta, variance, mean, scale, level } = predictor;
  const p = beta.length;
  if (values.length !== p) throw new RangeError('one value per term is needed');
  const x = Float64Array.from(values, (value, j) => (value - (mean[j] as number)) / (scale[j] as number));
  const factor = Math.exp(x.reduce((sum, one, j) => sum + one * (beta[j] as number), 0));
  const errors = Float64Array.from(place, (at, k) => {
    const hazard = cumulativeHazard[at] as number;
    const along = x.map((one, j) => one * hazard - (meanHazard[k * p + j] as number));
    let spread = hazardVariance[k] as number;
    for (let i = 0; i < p; i++) {
      spread += 2 * (along[i] as number) * (covariance[k * p + i] as number);
      for (let j = 0; j < p; j++)
        spread += (along[i] as number) * (variance[i * p + j] as number) * (along[j] as number);
    }
    return Math.sqrt(Math.max(0, spread)) / hazard;
  });
  const critical = criticalValue(level);
  let k = 0;
  const standardError = time.map((_, at) => {
    while (k + 1 < place.length && (place[k + 1] as number) <= at) k += 1;
    return errors[k] ?? Number.NaN;
  });
  const limit = (side: number) =>
    cumulativeHazard.map(
      (hazard, at) =>
        -Math.expm1(-hazard * factor * Math.exp(side * critical * (standardError[at] as number))),
    );
  return Object.freeze({
    time,
    probability: cumulativeHazard.map((hazard) => -Math.expm1(-hazard * factor)),
    standardError,
    lower: limit(-1),
    upper: limit(1),
  });
}
