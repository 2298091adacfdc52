import type { CoxData } from './cox-data';

/** How tied events are treated: Efron's approximation (default) or Breslow's. */
export type Ties = 'efron' | 'breslow';

/**
 * Sums over the risk set and over the events of one event time. Weighted by w exp(η): `risk` [1, x, x x'], the
 * second order as lower triangle row by row; `tied` the same over the events, set only when there are several. Both are reused.
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
 * @param riskOf  w exp(η) of each row, see `rowRisks`
 * @param second  whether the second-order sums are wanted
 */
export function walkRiskSums(
  data: CoxData,
  riskOf: Float64Array,
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
        addRow(risk, x, i * p, p, riskOf[i] as number, second);
        inside += 1;
        if (event[i] === 0) continue;
        sums.deaths += 1;
        sums.deathWeight += weight[i] as number;
      }
      sums.first = i + 1;
      if (entry !== null) {
        for (; e >= start && (entry[byEntry[e] as number] as number) >= t; e--) {
          const k = byEntry[e] as number;
          addRow(risk, x, k * p, p, -(riskOf[k] as number), second);
          inside -= 1;
        }
      }
      if (sums.deaths > 0) {
        if (sums.deaths > 1) {
          tied.fill(0);
          for (let k = sums.first; k <= sums.last; k++) {
            if (event[k] === 0) continue;
            addRow(tied, x, k * p, p, riskOf[k] as number, second);
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
