import { type CoxData, linearPredictors } from './cox-data';

/** How tied events are treated: Efron's approximation (default) or Breslow's. */
export type Ties = 'efron' | 'breslow';

/**
 * Sums over the risk set and over the events of one event time. Weighted by w exp(η): `risk` [1, x, x x'], the
 * second order as lower triangle row by row; `tied` the same over the events. The arrays are reused.
 */
export interface RiskSums {
  readonly risk: Float64Array;
  readonly tied: Float64Array;
  /** Number of events, the sum of their weights, and the rows first .. last of this time. */
  deaths: number;
  deathWeight: number;
  stratum: number;
  first: number;
  last: number;
}

/**
 * Walks the event times of every stratum from the last to the first in one pass over the rows, and hands over the
 * sums over each risk set.
 *
 * @param second  whether the second-order sums are wanted
 */
export function walkRiskSums(
  data: CoxData,
  eta: Float64Array,
  second: boolean,
  visit: (sums: RiskSums) => void,
): void {
  const { time, entry, event, weight, x, strata, byEntry } = data;
  const p = data.covariates.size;
  const width = 1 + p + (second ? (p * (p + 1)) / 2 : 0);
  const risk = new Float64Array(width);
  const tied = new Float64Array(width);
  const sums: RiskSums = { risk, tied, deaths: 0, deathWeight: 0, stratum: 0, first: 0, last: 0 };
  for (let s = strata.length - 2; s >= 0; s--) {
    const start = strata[s] as number;
    let i = (strata[s + 1] as number) - 1;
    let e = i;
    let inside = 0;
    risk.fill(0);
    sums.stratum = s;
    while (i >= start) {
      const t = time[i] as number;
      sums.last = i;
      sums.deaths = 0;
      sums.deathWeight = 0;
      for (; i >= start && time[i] === t; i--) {
        const w = weight[i] as number;
        addRow(risk, x, i * p, p, w * Math.exp(eta[i] as number), second);
        inside += 1;
        if (event[i] === 0) continue;
        sums.deaths += 1;
        sums.deathWeight += w;
      }
      sums.first = i + 1;
      if (entry !== null) {
        for (; e >= start && (entry[byEntry[e] as number] as number) >= t; e--) {
          const k = byEntry[e] as number;
          addRow(risk, x, k * p, p, -(weight[k] as number) * Math.exp(eta[k] as number), second);
          inside -= 1;
        }
      }
      if (sums.deaths > 0) {
        tied.fill(0);
        if (sums.deaths > 1) {
          for (let k = sums.first; k <= sums.last; k++) {
            if (event[k] === 0) continue;
            addRow(tied, x, k * p, p, (weight[k] as number) * Math.exp(eta[k] as number), second);
          }
        }
        visit(sums);
      }
      if (inside === 0) risk.fill(0);
    }
  }
}

function addRow(
  target: Float64Array,
  x: Float64Array,
  base: number,
  p: number,
  w: number,
  second: boolean,
): void {
  target[0] = (target[0] as number) + w;
  let cell = 1 + p;
  for (let a = 0; a < p; a++) {
    const wx = w * (x[base + a] as number);
    target[1 + a] = (target[1 + a] as number) + wx;
    if (!second) continue;
    for (let b = 0; b <= a; b++) {
      target[cell] = (target[cell] as number) + wx * (x[base + b] as number);
      cell += 1;
    }
  }
}

/** Calls back for each of the hypothetical sub-times of tied events: share removed, and weight of each. */
export function forEachTie(
  sums: RiskSums,
  ties: Ties,
  visit: (removed: number, weight: number) => void,
): void {
  if (ties === 'breslow' || sums.deaths === 1) {
    visit(0, sums.deathWeight);
    return;
  }
  const weight = sums.deathWeight / sums.deaths;
  for (let k = 0; k < sums.deaths; k++) visit(k / sums.deaths, weight);
}

/** The log partial likelihood with score and information at standardised coefficients. */
export function coxLikelihood(data: CoxData, ties: Ties, beta: Float64Array) {
  const { event, weight, x } = data;
  const p = data.covariates.size;
  const eta = linearPredictors(data, beta);
  const score = new Float64Array(p);
  const information = new Float64Array(p * p);
  let logLikelihood = 0;
  for (let i = 0; i < data.rows; i++) {
    if (event[i] === 0) continue;
    const w = weight[i] as number;
    logLikelihood += w * (eta[i] as number);
    for (let j = 0; j < p; j++) score[j] = (score[j] as number) + w * (x[i * p + j] as number);
  }
  walkRiskSums(data, eta, true, (sums) => {
    const { risk, tied } = sums;
    const r0 = risk[0] as number;
    if (sums.deaths === 1 || ties === 'breslow') {
      const inverse = 1 / r0;
      const hazard = sums.deathWeight * inverse;
      logLikelihood += sums.deathWeight * Math.log(inverse);
      for (let a = 0, cell = 1 + p; a < p; a++) {
        const mean = (risk[1 + a] as number) * inverse;
        score[a] = (score[a] as number) - hazard * (risk[1 + a] as number);
        for (let b = 0; b <= a; b++, cell++) {
          const spread = (risk[cell] as number) - mean * (risk[1 + b] as number);
          information[a * p + b] = (information[a * p + b] as number) + hazard * spread;
        }
      }
      return;
    }
    const t0 = tied[0] as number;
    // The mean of a tie is (R - f T) / (r - f t): sums of 1/d, f/d and of 1, f, f² over d² carry all ties at once.
    let one = 0;
    let first = 0;
    let oneSquare = 0;
    let firstSquare = 0;
    let secondSquare = 0;
    const count = sums.deaths;
    const w = sums.deathWeight / count;
    for (let k = 0; k < count; k++) {
      const f = k / count;
      const inverse = 1 / (r0 - f * t0);
      logLikelihood += w * Math.log(inverse);
      one += w * inverse;
      first += w * f * inverse;
      oneSquare += w * inverse * inverse;
      firstSquare += w * f * inverse * inverse;
      secondSquare += w * f * f * inverse * inverse;
    }
    let cell = 1 + p;
    for (let a = 0; a < p; a++) {
      const ra = risk[1 + a] as number;
      const ta = tied[1 + a] as number;
      score[a] = (score[a] as number) - one * ra + first * ta;
      for (let b = 0; b <= a; b++) {
        const rb = risk[1 + b] as number;
        const tb = tied[1 + b] as number;
        const squares = one * (risk[cell] as number) - first * (tied[cell] as number);
        const means = oneSquare * ra * rb - firstSquare * (ra * tb + ta * rb) + secondSquare * ta * tb;
        information[a * p + b] = (information[a * p + b] as number) + squares - means;
        cell += 1;
      }
    }
  });
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < a; b++) information[b * p + a] = information[a * p + b] as number;
  }
  return { logLikelihood, score, information };
}
