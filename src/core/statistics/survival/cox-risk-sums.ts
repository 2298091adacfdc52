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
    const several = (eventTimes.deaths[at] as number) > 1;
    if (several) tied.fill(0);
    inside += i - first + 1;
    if (!second && i - first >= FEW) {
      addRows(risk, tied, x, riskOf, event, first, i, p);
    } else {
      for (let k = i; k >= first; k--) {
        addRow(risk, x, k * p, p, riskOf[k] as number, second);
        if (several && event[k] === 1) addRow(tied, x, k * p, p, riskOf[k] as number, second);
      }
    }
    i = first - 1;
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

/** The same, first order, for many rows, those with an event also to `tied`: sums in registers, three columns at a time. */
function addRows(
  risk: Float64Array,
  tied: Float64Array,
  x: Float64Array,
  riskOf: Float64Array,
  event: Uint8Array,
  from: number,
  to: number,
  p: number,
): void {
  // A factor of 0 or 1 instead of a branch that no processor foresees.
  let [all, ofEvents] = [0, 0];
  for (let i = from; i <= to; i++) {
    all += riskOf[i] as number;
    ofEvents += (riskOf[i] as number) * (event[i] as number);
  }
  addTo(risk, 0, all);
  addTo(tied, 0, ofEvents);
  for (let a = 0; a < p; a += 3) {
    const second = Math.min(1, p - 1 - a);
    const third = Math.min(2, p - 1 - a);
    let [r0, r1, r2] = [0, 0, 0];
    let [t0, t1, t2] = [0, 0, 0];
    for (let i = from, at = from * p + a; i <= to; i++, at += p) {
      const w = riskOf[i] as number;
      const happened = event[i] as number;
      const w0 = w * (x[at] as number);
      const w1 = w * (x[at + second] as number);
      const w2 = w * (x[at + third] as number);
      r0 += w0;
      r1 += w1;
      r2 += w2;
      t0 += w0 * happened;
      t1 += w1 * happened;
      t2 += w2 * happened;
    }
    addTo(risk, 1 + a, r0);
    addTo(tied, 1 + a, t0);
    if (second === 1) addTo(risk, 2 + a, r1);
    if (second === 1) addTo(tied, 2 + a, t1);
    if (third === 2) addTo(risk, 3 + a, r2);
    if (third === 2) addTo(tied, 3 + a, t2);
  }
}

function addTo(target: Float64Array, at: number, value: number): void {
  target[at] = (target[at] as number) + value;
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
