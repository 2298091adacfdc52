import { type CoxData, linearPredictors } from './cox-data';
import type { CoxFit } from './cox-regression';
import { type CoxSteps, coxSteps } from './cox-steps';

/** Martingale residual and score residual (standardised, row-major) of each row, in the order of the data. */
export interface RowResiduals {
  readonly martingale: Float64Array;
  readonly score: Float64Array;
}

/** Residuals at given standardised coefficients, in one pass: hazards are cumulated, each row looks up both its ends. */
export function rowResiduals(data: CoxData, beta: Float64Array, steps: CoxSteps): RowResiduals {
  const p = data.covariates.size;
  const eta = linearPredictors(data, beta);
  const martingale = new Float64Array(data.rows);
  const score = new Float64Array(data.rows * p);
  const hazard = new Float64Array(p + 1);
  const apply = (i: number, sign: number, h: Float64Array) => {
    const e = sign * Math.exp(eta[i] as number);
    martingale[i] = (martingale[i] as number) - e * (h[0] as number);
    for (let j = 0; j < p; j++) {
      const cell = i * p + j;
      const moved = (data.x[cell] as number) * (h[0] as number) - (h[1 + j] as number);
      score[cell] = (score[cell] as number) - e * moved;
    }
  };
  const tied = new Float64Array(p + 1);
  let step = 0;
  for (let s = 0; s + 1 < data.strata.length; s++) {
    const start = data.strata[s] as number;
    const end = data.strata[s + 1] as number;
    hazard.fill(0);
    let e = start;
    let i = start;
    const enterBefore = (time: number) => {
      if (data.entry === null) return;
      for (; e < end && (data.entry[data.byEntry[e] as number] as number) < time; e++) {
        apply(data.byEntry[e] as number, -1, hazard);
      }
    };
    while (i < end) {
      const t = data.time[i] as number;
      enterBefore(t);
      const here = step < steps.time.length && steps.stratum[step] === s && steps.time[step] === t;
      if (here) {
        tied[0] = (hazard[0] as number) + (steps.tiedHazard[step] as number);
        hazard[0] = (hazard[0] as number) + (steps.hazard[step] as number);
        for (let j = 0; j < p; j++) {
          tied[1 + j] = (hazard[1 + j] as number) + (steps.tiedMeanHazard[step * p + j] as number);
          hazard[1 + j] = (hazard[1 + j] as number) + (steps.meanHazard[step * p + j] as number);
        }
      }
      for (; i < end && data.time[i] === t; i++) {
        if (data.event[i] === 0) {
          apply(i, 1, hazard);
          continue;
        }
        apply(i, 1, tied);
        martingale[i] = (martingale[i] as number) + 1;
        for (let j = 0; j < p; j++) {
          const cell = i * p + j;
          score[cell] =
            (score[cell] as number) + (data.x[cell] as number) - (steps.mean[step * p + j] as number);
        }
      }
      if (here) step += 1;
    }
  }
  return { martingale, score };
}

/** Residuals of a Cox regression. Rows are those of the input, `NaN` where a row was left out. */
export interface CoxResiduals {
  readonly martingale: Float64Array;
  readonly deviance: Float64Array;
  /** Score residuals and their effect on the coefficients (dfbeta), one array per covariate, in units of the data. */
  readonly score: readonly Float64Array[];
  readonly dfbeta: readonly Float64Array[];
  /** Schoenfeld residuals: one element per event, by stratum, then time; plain and scaled by variance × events + coefficient. */
  readonly schoenfeld: {
    readonly time: Float64Array;
    readonly stratum: Int32Array;
    readonly residuals: readonly Float64Array[];
    readonly scaled: readonly Float64Array[];
  };
}

/**
 * Martingale, deviance, score, dfbeta and Schoenfeld residuals.
 *
 * Martingale residuals sum to 0. A deviance residual has the martingale's sign. Score and dfbeta residuals are not
 * multiplied by the weights.
 *
 * @see Therneau, Grambsch & Fleming 1990, doi:10.1093/biomet/77.1.147 · survival's residuals.coxph
 */
export function coxResiduals(fit: CoxFit): CoxResiduals {
  const { data } = fit;
  const p = data.covariates.size;
  const { scale } = data.covariates;
  const beta = Float64Array.from(fit.standardised.beta);
  const steps = coxSteps(data, fit.ties, beta);
  const rows = rowResiduals(data, beta, steps);
  const blank = () => new Float64Array(data.total).fill(Number.NaN);
  const martingale = blank();
  const deviance = blank();
  const score = Array.from({ length: p }, blank);
  const dfbeta = Array.from({ length: p }, blank);
  const variance = fit.standardised.modelVariance;
  for (let i = 0; i < data.rows; i++) {
    const at = data.position[i] as number;
    const m = rows.martingale[i] as number;
    const observed = data.event[i] as number;
    martingale[at] = m;
    const expected = observed - m;
    const logPart = observed === 0 ? 0 : Math.log(expected);
    deviance[at] = Math.sign(m) * Math.sqrt(Math.max(0, -2 * (m + observed * logPart)));
    for (let j = 0; j < p; j++) {
      const unit = scale[j] as number;
      (score[j] as Float64Array)[at] = (rows.score[i * p + j] as number) * unit;
      let effect = 0;
      for (let k = 0; k < p; k++)
        effect += (rows.score[i * p + k] as number) * (variance[k * p + j] as number);
      (dfbeta[j] as Float64Array)[at] = effect / unit;
    }
  }
  return Object.freeze({
    martingale,
    deviance,
    score: Object.freeze(score),
    dfbeta: Object.freeze(dfbeta),
    schoenfeld: Object.freeze(schoenfeld(fit, steps)),
  });
}

function schoenfeld(fit: CoxFit, steps: CoxSteps): CoxResiduals['schoenfeld'] {
  const { data } = fit;
  const p = data.covariates.size;
  const { scale } = data.covariates;
  const variance = fit.standardised.modelVariance;
  const beta = fit.standardised.beta;
  const time = new Float64Array(data.eventCount);
  const stratum = new Int32Array(data.eventCount);
  const residuals = Array.from({ length: p }, () => new Float64Array(data.eventCount));
  const scaled = Array.from({ length: p }, () => new Float64Array(data.eventCount));
  let at = 0;
  for (let step = 0; step < steps.time.length; step++) {
    for (let i = steps.first[step] as number; i <= (steps.last[step] as number); i++) {
      if (data.event[i] === 0) continue;
      time[at] = steps.time[step] as number;
      stratum[at] = steps.stratum[step] as number;
      const plain = Array.from(
        { length: p },
        (_, j) => (data.x[i * p + j] as number) - (steps.mean[step * p + j] as number),
      );
      for (let j = 0; j < p; j++) {
        const unit = scale[j] as number;
        let effect = 0;
        for (let k = 0; k < p; k++) effect += (plain[k] as number) * (variance[k * p + j] as number);
        (residuals[j] as Float64Array)[at] = (plain[j] as number) * unit;
        (scaled[j] as Float64Array)[at] = (effect * data.eventCount + (beta[j] as number)) / unit;
      }
      at += 1;
    }
  }
  return { time, stratum, residuals: Object.freeze(residuals), scaled: Object.freeze(scaled) };
}
