import type { ExitStep } from './exit-table';
import type { GroupTimeline } from './group-timeline';
import { QuadraticSums } from './quadratic-sums';

/**
 * Infinitesimal-jackknife variance of cumulative incidences, row by row: for late entry and for sampling weights. Linear
 * time all the same. `IncidenceJackknife` does without the rows where it can.
 *
 * With h the hazards, A = Σ h / (n - d) and P_k = Σ S(t-) h_k (A(t-) - 1/n), a subject who entered when these stood at
 * A(e), P(e), F(e) changes F_k(t) by P_k - P_k(e) - A(e) (F_k - F_k(e)) while at risk, and by a constant plus
 * (A(x) - A(e) - event/(n - d)) F_k(t) after leaving at x. Each is a vector times (1, F_k, P_k), so that sums of squares
 * over subjects are sums over products of three numbers.
 *
 * @see survival vignette "methods", infinitesimal jackknife · Efron 1981, doi:10.1080/01621459.1981.10477650
 */
export class IncidenceJackknifeByRow {
  readonly #line: GroupTimeline;
  readonly #causes: number;
  readonly #scale: (row: number) => number;
  readonly #incidenceSums: QuadraticSums[];
  readonly #survivalSums: QuadraticSums;
  readonly #p: Float64Array;
  readonly #before: Float64Array;
  /** Where each row stands among the exits, the slot of its sums; `null` when everybody is there from the start. */
  readonly #place: Int32Array | null;
  /** A, P and F of each slot at its entry. */
  readonly #entryA: Float64Array;
  readonly #entryP: Float64Array[];
  readonly #entryF: Float64Array[];
  #a = 0;
  /** How many of the entries and of the exits have been passed. */
  #entered = 0;
  #left = 0;

  constructor(line: GroupTimeline, causes: number, weights: 'counts' | 'sampling') {
    const rows = line.exits.length;
    const late = line.entry === null ? 0 : rows;
    this.#line = line;
    this.#causes = causes;
    const { weight } = line;
    this.#scale = (row) => {
      if (weight === null) return 1;
      return weights === 'counts' ? Math.sqrt(weight[row] as number) : (weight[row] as number);
    };
    this.#incidenceSums = Array.from({ length: causes }, () => new QuadraticSums(rows));
    this.#survivalSums = new QuadraticSums(rows);
    this.#p = new Float64Array(causes);
    this.#before = new Float64Array(causes);
    this.#entryA = new Float64Array(late);
    this.#entryP = Array.from({ length: causes }, () => new Float64Array(late));
    this.#entryF = Array.from({ length: causes }, () => new Float64Array(late));
    this.#place = late === 0 ? null : new Int32Array(line.time.length);
    if (this.#place !== null) for (let k = 0; k < rows; k++) this.#place[line.exits[k] as number] = k;
  }

  /** Moves to the next time. `incidence` is that after it, `survival` that before it. */
  advance(step: ExitStep, survival: number, incidence: Float64Array, remaining: number): void {
    const { entries, exits, entry, time, event } = this.#line;
    for (; this.#entered < entries.length; this.#entered++) {
      const row = entries[this.#entered] as number;
      if (entry !== null && (entry[row] as number) >= step.time) break;
      this.#enter(row, this.#place === null ? this.#entered : (this.#place[row] as number));
    }
    const n = step.atRisk;
    const a = this.#a;
    let d = 0;
    for (let k = 0; k < this.#causes; k++) {
      const h = (step.leaving[k + 1] as number) / n;
      d += h * n;
      this.#p[k] = (this.#p[k] as number) + survival * h * (a - 1 / n);
      this.#before[k] = incidence[k] as number;
    }
    if (remaining > 0) this.#a = a + d / n / remaining;
    for (; this.#left < exits.length; this.#left++) {
      const row = exits[this.#left] as number;
      if (time[row] !== step.time) break;
      this.#leave(row, this.#left, event[row] as number, survival / n, remaining);
    }
  }

  ofIncidence(k: number, incidence: Float64Array): number {
    const sums = this.#incidenceSums[k] as QuadraticSums;
    return sums.at(1, incidence[k] as number, this.#p[k] as number);
  }

  ofSurvival(survival: number): number {
    return survival === 0 ? 0 : survival * survival * this.#survivalSums.at(1, 0, this.#a);
  }

  #enter(row: number, slot: number): void {
    const w = this.#scale(row);
    if (this.#place === null) {
      for (const sums of this.#incidenceSums) sums.open(slot, w);
      this.#survivalSums.open(slot, w);
      return;
    }
    const a = this.#a;
    this.#entryA[slot] = a;
    for (let k = 0; k < this.#causes; k++) {
      const p = this.#p[k] as number;
      const f = this.#before[k] as number;
      (this.#entryP[k] as Float64Array)[slot] = p;
      (this.#entryF[k] as Float64Array)[slot] = f;
      (this.#incidenceSums[k] as QuadraticSums).add(slot, w * (a * f - p), -w * a, w);
    }
    this.#survivalSums.add(slot, -w * a, 0, w);
  }

  #leave(row: number, slot: number, cause: number, share: number, remaining: number): void {
    const w = this.#scale(row);
    const entryA = this.#entryA[slot] ?? 0;
    const slope = remaining > 0 ? this.#a - entryA - (cause > 0 ? 1 / remaining : 0) : 0;
    for (let k = 0; k < this.#causes; k++) {
      const f = this.#before[k] as number;
      const entryF = this.#entryF[k]?.[slot] ?? 0;
      const entryP = this.#entryP[k]?.[slot] ?? 0;
      const atRisk = entryA * entryF - entryP;
      const influence = atRisk - entryA * f + (this.#p[k] as number) + (cause === k + 1 ? share : 0);
      const sums = this.#incidenceSums[k] as QuadraticSums;
      sums.add(slot, w * (influence - slope * f - atRisk), w * (slope + entryA), -w);
    }
    this.#survivalSums.add(slot, w * (slope + entryA), 0, -w);
  }
}
