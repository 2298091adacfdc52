import type { CoxData } from './cox-data';
import type { RowRisks } from './row-risks';

/** Rows of one time that are not worth sums in registers. */
const FEW = 8;

/** How tied events are treated: Efron's approximation (default) or Breslow's. */
export type Ties = 'efron' | 'breslow';

/**
 * Sums over the risk set and over the events of one event time. Weighted by w exp(η): `risk` [1, x, x x'], the
 * second order as lower triangle row by row; `tied` the same over the events, set only when there are several. Both are reused.
 */
export interface RiskSums {
  readonly risk: Float64Array;
  readonly tied: Float64Array;
}

/**
 * Walks the event times of every stratum from the last to the first in one pass over the rows, and hands over the
 * sums over each risk set.
 *
 * @param risks  w exp(η) of each row
 * @param second  whether the second-order sums are wanted
 * @param visit  called with the index of the event time in `data.eventTimes`
 */
export function walkRiskSums(
  data: CoxData,
  risks: RowRisks,
  second: boolean,
  visit: (sums: RiskSums, at: number) => void,
): void {
  const { time, entry, event, x, strata, byEntry, eventTimes } = data;
  const p = data.covariates.size;
  const width = 1 + p + (second ? (p * (p + 1)) / 2 : 0);
  const sums = { risk: new Float64Array(width), tied: new Float64Array(width) };
  const { risk, tied } = sums;
  const riskOf = risks.values;
  let stratum = -1;
  let start = 0;
  // The next row to be added, the next one to be taken out again by its entry, and how many are inside.
  let i = 0;
  let e = 0;
  let inside = 0;
  for (let at = eventTimes.count - 1; at >= 0; at--) {
    if (eventTimes.stratum[at] !== stratum) {
      stratum = eventTimes.stratum[at] as number;
      start = strata[stratum] as number;
      i = (strata[stratum + 1] as number) - 1;
      e = i;
      inside = 0;
      risk.fill(0);
    }
    const first = eventTimes.first[at] as number;
    const last = eventTimes.last[at] as number;
    risks.reach(first);
    if (entry !== null) {
      for (; i > last; i--, inside++) addRow(risk, x, i * p, p, riskOf[i] as number, second);
      const t = time[first] as number;
      for (; e >= start && (entry[byEntry[e] as number] as number) >= t; e--, inside--) {
        const k = byEntry[e] as number;
        addRow(risk, x, k * p, p, -(riskOf[k] as number), second);
      }
      // Nobody stays from later: what remains in the sums is rounding.
      if (inside === 0) risk.fill(0);
    }
    if (second || i - first < FEW) {
      for (let k = i; k >= first; k--) addRow(risk, x, k * p, p, riskOf[k] as number, second);
    } else {
      addRows(risk, x, riskOf, null, first, i, p);
    }
    inside += i - first + 1;
    i = first - 1;
    if ((eventTimes.deaths[at] as number) > 1) {
      tied.fill(0);
      if (second || last - first < FEW) {
        for (let k = first; k <= last; k++) {
          if (event[k] === 1) addRow(tied, x, k * p, p, riskOf[k] as number, second);
        }
      } else {
        addRows(tied, x, riskOf, event, first, last, p);
      }
    }
    visit(sums, at);
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
  if (!second) {
    for (let a = 0; a < p; a++) target[1 + a] = (target[1 + a] as number) + w * (x[base + a] as number);
    return;
  }
  let cell = 1 + p;
  for (let a = 0; a < p; a++) {
    const wx = w * (x[base + a] as number);
    target[1 + a] = (target[1 + a] as number) + wx;
    for (let b = 0; b <= a; b++) {
      target[cell] = (target[cell] as number) + wx * (x[base + b] as number);
      cell += 1;
    }
  }
}

/** The same, first order, for the rows from .. to, or those of them with an event: sums in registers, three columns at a time. */
function addRows(
  target: Float64Array,
  x: Float64Array,
  riskOf: Float64Array,
  event: Uint8Array | null,
  from: number,
  to: number,
  p: number,
): void {
  let total = 0;
  for (let i = from; i <= to; i++) total += event === null || event[i] === 1 ? (riskOf[i] as number) : 0;
  target[0] = (target[0] as number) + total;
  for (let a = 0; a < p; a += 3) {
    const second = Math.min(1, p - 1 - a);
    const third = Math.min(2, p - 1 - a);
    let [s0, s1, s2] = [0, 0, 0];
    for (let i = from, at = from * p + a; i <= to; i++, at += p) {
      const w = event === null || event[i] === 1 ? (riskOf[i] as number) : 0;
      s0 += w * (x[at] as number);
      s1 += w * (x[at + second] as number);
      s2 += w * (x[at + third] as number);
    }
    target[1 + a] = (target[1 + a] as number) + s0;
    if (second > 0) target[2 + a] = (target[2 + a] as number) + s1;
    if (third > 1) target[3 + a] = (target[3 + a] as number) + s2;
  }
}

/** Calls back for each of the hypothetical sub-times of tied events: share removed, and weight of each. */
export function forEachTie(
  deaths: number,
  deathWeight: number,
  ties: Ties,
  visit: (removed: number, weight: number) => void,
): void {
  if (ties === 'breslow' || deaths === 1) {
    visit(0, deathWeight);
    return;
  }
  for (let k = 0; k < deaths; k++) visit(k / deaths, deathWeight / deaths);
}
