import type { CoxData } from './cox-data';
import { type RiskSums, type Ties, walkRiskSums } from './cox-risk-sums';
import type { Likelihood } from './newton-fit';
import { RowRisks } from './row-risks';
import { WeightedLogarithms } from './weighted-logarithms';
import { addWeightedProducts } from './weighted-products';

/** Rows that are summed at once: they and what belongs to them stay in the cache. */
const BLOCK = 512;

/**
 * The log partial likelihood of a Cox model at standardised coefficients.
 *
 * One pass back over the rows gives the risk sets, hazards and means; one pass forward gives each row the hazard E it
 * was exposed to. Then the score is Σ x δ - Σ x e E and the information Σ e E x x' - Σ m m', m the means at the events:
 * the second-order sums over risk sets are never formed.
 */
export class CoxLikelihood {
  readonly #data: CoxData;
  readonly #ties: Ties;
  /** Σ w x δ, which the coefficients do not change. */
  readonly #observed: Float64Array;
  /** w exp(η) of each row. */
  readonly #risks: RowRisks;
  /** Per event time: increment of the hazard, what of it a tied event is exposed to, and the hazard up to the time. */
  readonly #hazard: Float64Array;
  readonly #tied: Float64Array;
  readonly #cumulated: Float64Array;
  /** For each row the last event time of its stratum at or before its entry, -1 for none; empty without late entry. */
  readonly #entered: Int32Array;

  constructor(data: CoxData, ties: Ties) {
    this.#data = data;
    this.#ties = ties;
    const { count } = data.eventTimes;
    this.#observed = observedSums(data);
    this.#risks = new RowRisks(data);
    this.#hazard = new Float64Array(count);
    this.#tied = new Float64Array(count);
    this.#cumulated = new Float64Array(count);
    this.#entered = lastEventTimeAtEntry(data);
  }

  evaluate(beta: Float64Array): Likelihood {
    const p = this.#data.covariates.size;
    const information = new Float64Array(p * p);
    const expected = new Float64Array(p);
    this.#risks.restart(beta);
    let logLikelihood = this.#goBack(information);
    this.#goForward(expected, information);
    beta.forEach((value, j) => {
      logLikelihood += value * (this.#observed[j] as number);
    });
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < a; b++) information[b * p + a] = information[a * p + b] as number;
    }
    const score = this.#observed.map((sum, j) => sum - (expected[j] as number));
    return { logLikelihood, score, information };
  }

  #goBack(information: Float64Array): number {
    const p = this.#data.covariates.size;
    const { deaths, weight } = this.#data.eventTimes;
    const means = new Float64Array(BLOCK * p);
    const factor = new Float64Array(BLOCK);
    const unused = new Float64Array(p);
    const logarithms = new WeightedLogarithms();
    let waiting = 0;
    walkRiskSums(this.#data, this.#risks, false, (sums, at) => {
      if ((deaths[at] as number) > 1 && this.#ties === 'efron') {
        this.#tiedEvents(sums, at, logarithms, information);
        return;
      }
      const { risk } = sums;
      const inverse = 1 / (risk[0] as number);
      const h = (weight[at] as number) * inverse;
      this.#hazard[at] = h;
      this.#tied[at] = h;
      logarithms.add(risk[0] as number, weight[at] as number);
      factor[waiting] = -h * inverse;
      for (let j = 0; j < p; j++) means[waiting * p + j] = risk[1 + j] as number;
      waiting += 1;
      if (waiting < BLOCK) return;
      addWeightedProducts(means, factor, waiting, p, unused, information);
      waiting = 0;
    });
    addWeightedProducts(means, factor, waiting, p, unused, information);
    return -logarithms.total();
  }

  /** Efron's ties: the mean of a tie is (R - f T) / (r - f t), so five sums carry all ties of a time at once. */
  #tiedEvents(
    { risk, tied }: RiskSums,
    at: number,
    logarithms: WeightedLogarithms,
    information: Float64Array,
  ): void {
    const p = this.#data.covariates.size;
    const deaths = this.#data.eventTimes.deaths[at] as number;
    const w = (this.#data.eventTimes.weight[at] as number) / deaths;
    let one = 0;
    let part = 0;
    let oneSquare = 0;
    let partSquare = 0;
    let squareSquare = 0;
    for (let k = 0; k < deaths; k++) {
      const f = k / deaths;
      const denominator = (risk[0] as number) - f * (tied[0] as number);
      const inverse = 1 / denominator;
      const h = w * inverse;
      logarithms.add(denominator, w);
      one += h;
      part += f * h;
      oneSquare += h * inverse;
      partSquare += f * h * inverse;
      squareSquare += f * f * h * inverse;
    }
    this.#hazard[at] = one;
    this.#tied[at] = one - part;
    for (let a = 0; a < p; a++) {
      const ra = risk[1 + a] as number;
      const ta = tied[1 + a] as number;
      for (let b = 0; b <= a; b++) {
        const rb = risk[1 + b] as number;
        const tb = tied[1 + b] as number;
        const means = oneSquare * ra * rb - partSquare * (ra * tb + ta * rb) + squareSquare * ta * tb;
        information[a * p + b] = (information[a * p + b] as number) - means;
      }
    }
  }

  /** Adds Σ e E x and Σ e E x x', the rows of a stratum block by block. */
  #goForward(expected: Float64Array, information: Float64Array): void {
    const { event, strata, x, covariates, eventTimes } = this.#data;
    const p = covariates.size;
    const { count: eventTimeCount, first } = eventTimes;
    this.#risks.reach(0);
    const risks = this.#risks.values;
    const exposed = new Float64Array(BLOCK);
    let at = 0;
    for (let s = 0; s + 1 < strata.length; s++) {
      const end = strata[s + 1] as number;
      let cumulated = 0;
      // What of the hazard of a time its tied events are not exposed to; 0 or 1 of it, without a branch.
      let spared = 0;
      for (let from = strata[s] as number; from < end; from += BLOCK) {
        const count = Math.min(BLOCK, end - from);
        for (let k = 0; k < count; k++) {
          const i = from + k;
          if (at < eventTimeCount && first[at] === i) {
            spared = (this.#hazard[at] as number) - (this.#tied[at] as number);
            cumulated += this.#hazard[at] as number;
            this.#cumulated[at] = cumulated;
            at += 1;
          }
          exposed[k] = (risks[i] as number) * (cumulated - (event[i] as number) * spared);
        }
        if (this.#entered.length > 0) this.#withoutLateHazard(exposed, from, count);
        addWeightedProducts(
          x.subarray(from * p, (from + count) * p),
          exposed,
          count,
          p,
          expected,
          information,
        );
      }
    }
  }

  /** Takes from exposures the hazard before each row's entry. */
  #withoutLateHazard(exposed: Float64Array, from: number, count: number): void {
    for (let k = 0; k < count; k++) {
      const before = this.#entered[from + k] as number;
      if (before < 0) continue;
      exposed[k] =
        (exposed[k] as number) -
        (this.#risks.values[from + k] as number) * (this.#cumulated[before] as number);
    }
  }
}

function observedSums({ rows, event, weight, x, covariates }: CoxData): Float64Array {
  const p = covariates.size;
  const sums = new Float64Array(p);
  for (let i = 0; i < rows; i++) {
    const w = (weight[i] as number) * (event[i] as number);
    for (let j = 0; j < p; j++) sums[j] = (sums[j] as number) + w * (x[i * p + j] as number);
  }
  return sums;
}

function lastEventTimeAtEntry({ entry, byEntry, strata, time, eventTimes }: CoxData): Int32Array {
  const entered = new Int32Array(byEntry.length);
  if (entry === null) return entered;
  const { count, stratum, first } = eventTimes;
  let at = 0;
  for (let s = 0; s + 1 < strata.length; s++) {
    const start = at;
    for (let e = strata[s] as number; e < (strata[s + 1] as number); e++) {
      const row = byEntry[e] as number;
      while (
        at < count &&
        stratum[at] === s &&
        (time[first[at] as number] as number) <= (entry[row] as number)
      )
        at += 1;
      entered[row] = at > start ? at - 1 : -1;
    }
    while (at < count && stratum[at] === s) at += 1;
  }
  return entered;
}
