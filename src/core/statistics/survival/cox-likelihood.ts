import { type CoxData, linearPredictors, rowRisks } from './cox-data';
import { type RiskSums, type Ties, walkRiskSums } from './cox-risk-sums';
import type { Likelihood } from './newton-fit';

const BLOCK = 512;

/**
 * The log partial likelihood of a Cox model at standardised coefficients.
 *
 * One pass back over the rows gives the risk sets, hazards and means; one pass forward gives each row the hazard E it
 * was exposed to. Then the score is Σ x (δ - e E) and the information Σ e E x x' - Σ m m', m the means at the events:
 * the second-order sums over risk sets are never formed.
 */
export class CoxLikelihood {
  readonly #data: CoxData;
  readonly #ties: Ties;
  /** At the first row of an event time: increment of the hazard, and what of it a tied event is exposed to. */
  readonly #hazard: Float64Array;
  readonly #tied: Float64Array;
  /** Hazard at each row's entry. */
  readonly #entryHazard: Float64Array;
  /** Expected events of each row, and observed less expected. */
  readonly #expected: Float64Array;
  readonly #residual: Float64Array;

  constructor(data: CoxData, ties: Ties) {
    this.#data = data;
    this.#ties = ties;
    this.#hazard = new Float64Array(data.rows);
    this.#tied = new Float64Array(data.rows);
    this.#entryHazard = new Float64Array(data.entry === null ? 0 : data.rows);
    this.#expected = new Float64Array(data.rows);
    this.#residual = new Float64Array(data.rows);
  }

  evaluate(beta: Float64Array): Likelihood {
    const p = this.#data.covariates.size;
    const eta = linearPredictors(this.#data, beta);
    const score = new Float64Array(p);
    const information = new Float64Array(p * p);
    const risks = rowRisks(this.#data, eta);
    const logLikelihood = this.#goBack(risks, information) + this.#goForward(eta, risks);
    this.#sumRows(score, information);
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < a; b++) information[b * p + a] = information[a * p + b] as number;
    }
    return { logLikelihood, score, information };
  }

  #goBack(risks: Float64Array, information: Float64Array): number {
    const p = this.#data.covariates.size;
    const hazard = this.#hazard;
    const tied = this.#tied;
    let sum = 0;
    walkRiskSums(this.#data, risks, false, (sums) => {
      const { risk, first } = sums;
      if (sums.deaths > 1 && this.#ties === 'efron') {
        sum += this.#tiedEvents(sums, information);
        return;
      }
      const inverse = 1 / (risk[0] as number);
      const h = sums.deathWeight * inverse;
      hazard[first] = h;
      tied[first] = h;
      sum += sums.deathWeight * Math.log(inverse);
      const factor = h * inverse;
      for (let a = 0; a < p; a++) {
        const scaled = factor * (risk[1 + a] as number);
        for (let b = 0; b <= a; b++) {
          information[a * p + b] = (information[a * p + b] as number) - scaled * (risk[1 + b] as number);
        }
      }
    });
    return sum;
  }

  /** Efron's ties: the mean of a tie is (R - f T) / (r - f t), so five sums carry all ties of a time at once. */
  #tiedEvents({ risk, tied, deaths, deathWeight, first }: RiskSums, information: Float64Array): number {
    const p = this.#data.covariates.size;
    const w = deathWeight / deaths;
    let sum = 0;
    let one = 0;
    let part = 0;
    let oneSquare = 0;
    let partSquare = 0;
    let squareSquare = 0;
    for (let k = 0; k < deaths; k++) {
      const f = k / deaths;
      const inverse = 1 / ((risk[0] as number) - f * (tied[0] as number));
      const h = w * inverse;
      sum += w * Math.log(inverse);
      one += h;
      part += f * h;
      oneSquare += h * inverse;
      partSquare += f * h * inverse;
      squareSquare += f * f * h * inverse;
    }
    this.#hazard[first] = one;
    this.#tied[first] = one - part;
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
    return sum;
  }

  #goForward(eta: Float64Array, risks: Float64Array): number {
    const { time, entry, event, weight, strata, byEntry } = this.#data;
    const hazard = this.#hazard;
    const tied = this.#tied;
    const entryHazard = this.#entryHazard;
    const expected = this.#expected;
    const residual = this.#residual;
    let sum = 0;
    for (let s = 0; s + 1 < strata.length; s++) {
      const end = strata[s + 1] as number;
      let e = strata[s] as number;
      let cumulated = 0;
      for (let i = strata[s] as number; i < end; ) {
        const t = time[i] as number;
        if (entry !== null) {
          for (; e < end && (entry[byEntry[e] as number] as number) < t; e++) {
            entryHazard[byEntry[e] as number] = cumulated;
          }
        }
        const toEvents = cumulated + (tied[i] as number);
        cumulated += hazard[i] as number;
        for (; i < end && time[i] === t; i++) {
          const w = weight[i] as number;
          const happened = event[i] as number;
          const start = entry === null ? 0 : (entryHazard[i] as number);
          const exposed = (happened === 1 ? toEvents : cumulated) - start;
          expected[i] = (risks[i] as number) * exposed;
          residual[i] = w * happened - (expected[i] as number);
          if (happened === 1) sum += w * (eta[i] as number);
        }
      }
    }
    return sum;
  }

  /** Σ x residual and Σ x x' expected, block by block so that the rows stay in the cache while each sum is one number. */
  #sumRows(score: Float64Array, information: Float64Array): void {
    const { x, rows } = this.#data;
    const p = this.#data.covariates.size;
    const expected = this.#expected;
    const residual = this.#residual;
    const scaled = new Float64Array(BLOCK);
    for (let first = 0; first < rows; first += BLOCK) {
      const count = Math.min(BLOCK, rows - first);
      for (let a = 0; a < p; a++) {
        let sum = 0;
        for (let k = 0, at = first * p + a; k < count; k++, at += p) {
          const xa = x[at] as number;
          sum += (residual[first + k] as number) * xa;
          scaled[k] = (expected[first + k] as number) * xa;
        }
        score[a] = (score[a] as number) + sum;
        for (let b = 0; b <= a; b++) {
          let product = 0;
          for (let k = 0, at = first * p + b; k < count; k++, at += p)
            product += (scaled[k] as number) * (x[at] as number);
          information[a * p + b] = (information[a * p + b] as number) + product;
        }
      }
    }
  }
}
