import type { CoxData } from './cox-data';
import { forEachTie, type Ties, walkRiskSums } from './cox-risk-sums';
import { RowRisks } from './row-risks';

/**
 * What a fitted Cox model does at each event time, in the order of the data (by stratum, ascending). Vectors have one
 * element per covariate, standardised.
 */
export interface CoxSteps {
  readonly stratum: Int32Array;
  readonly time: Float64Array;
  readonly events: Float64Array;
  readonly deaths: Int32Array;
  /** Sum of w exp(η) at risk. */
  readonly risk: Float64Array;
  /** Increment of the baseline hazard, the part of it that a tied event itself is exposed to, and its variance. */
  readonly hazard: Float64Array;
  readonly tiedHazard: Float64Array;
  readonly variance: Float64Array;
  /** Σ mean dH, the same as a tied event sees it, and the mean of the covariates that a Schoenfeld residual uses. */
  readonly meanHazard: Float64Array;
  readonly tiedMeanHazard: Float64Array;
  readonly mean: Float64Array;
  /** First and last row of the time. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Computes the steps at standardised coefficients, hazards for covariates at their means. */
export function coxSteps(data: CoxData, ties: Ties, beta: Float64Array): CoxSteps {
  const p = data.covariates.size;
  const { count, stratum, first, last, deaths, weight } = data.eventTimes;
  const scalar = () => new Float64Array(count);
  const vector = () => new Float64Array(count * p);
  const steps = {
    stratum,
    time: Float64Array.from(first, (row) => data.time[row] as number),
    events: weight,
    deaths,
    risk: scalar(),
    hazard: scalar(),
    tiedHazard: scalar(),
    variance: scalar(),
    meanHazard: vector(),
    tiedMeanHazard: vector(),
    mean: vector(),
    first,
    last,
  };
  walkRiskSums(data, new RowRisks(data, beta), false, ({ risk, tied }, at) => {
    steps.risk[at] = risk[0] as number;
    const total = weight[at] as number;
    forEachTie(deaths[at] as number, total, ties, (removed, w) => {
      const denominator = (risk[0] as number) - removed * (tied[0] as number);
      const part = w / denominator;
      steps.hazard[at] = (steps.hazard[at] as number) + part;
      steps.tiedHazard[at] = (steps.tiedHazard[at] as number) + (1 - removed) * part;
      steps.variance[at] = (steps.variance[at] as number) + part / denominator;
      for (let j = 0; j < p; j++) {
        const m = ((risk[1 + j] as number) - removed * (tied[1 + j] as number)) / denominator;
        const cell = at * p + j;
        steps.meanHazard[cell] = (steps.meanHazard[cell] as number) + m * part;
        steps.tiedMeanHazard[cell] = (steps.tiedMeanHazard[cell] as number) + (1 - removed) * m * part;
        steps.mean[cell] = (steps.mean[cell] as number) + (m * w) / total;
      }
    });
  });
  return steps;
}
