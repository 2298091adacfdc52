import type { SurvivalRows } from './survival-input';

/**
 * Score and variance of Gray's test in one stratum, for one cause.
 *
 * The score of group i is Σ K (dN_i - R_i dN / R) with R_i = n_i (1 - F_i(t-)) / S_i(t-); the variance is that of the
 * groups' incidences carried through the pooled estimate, as in section 3 of the paper.
 *
 * @see Gray 1988, doi:10.1214/aos/1176350951
 */
export class GrayAccumulator {
  readonly #groups: number;
  readonly #rho: number;
  readonly #score: Float64Array;
  readonly #variance: Float64Array;
  readonly #atRisk: Float64Array;
  readonly #survival: Float64Array;
  readonly #incidence: Float64Array;
  /** Movement of each score with a group's incidence at this time, and accumulated. */
  readonly #now: Float64Array;
  readonly #past: Float64Array;
  readonly #ownSquare: Float64Array;
  readonly #ownCross: Float64Array;
  #pooled = 0;

  constructor(groups: number, rho: number) {
    this.#groups = groups;
    this.#rho = rho;
    this.#score = new Float64Array(groups);
    this.#variance = new Float64Array(groups * groups);
    this.#atRisk = new Float64Array(groups);
    this.#survival = new Float64Array(groups).fill(1);
    this.#incidence = new Float64Array(groups);
    this.#now = new Float64Array(groups * groups);
    this.#past = new Float64Array(groups * groups);
    this.#ownSquare = new Float64Array(groups);
    this.#ownCross = new Float64Array(groups * groups);
  }

  /** Runs through the members (sorted by time); returns the weight of events of the cause. */
  run(rows: SurvivalRows, members: Uint32Array, cause: number): number {
    const groups = this.#groups;
    const groupOf = (i: number) => (rows.group[i] as number) % groups;
    const weightOf = (i: number) => (rows.weight === null ? 1 : (rows.weight[i] as number));
    for (const i of members) this.#atRisk[groupOf(i)] = (this.#atRisk[groupOf(i)] as number) + weightOf(i);
    const own = new Float64Array(groups);
    const other = new Float64Array(groups);
    const gone = new Float64Array(groups);
    let events = 0;
    let at = 0;
    while (at < members.length) {
      const time = rows.time[members[at] as number];
      own.fill(0);
      other.fill(0);
      gone.fill(0);
      for (; at < members.length && rows.time[members[at] as number] === time; at++) {
        const i = members[at] as number;
        const g = groupOf(i);
        const w = weightOf(i);
        const code = rows.event[i] as number;
        gone[g] = (gone[g] as number) + w;
        if (code === cause) own[g] = (own[g] as number) + w;
        else if (code > 0) other[g] = (other[g] as number) + w;
      }
      events += this.#step(own, other);
      for (let g = 0; g < groups; g++) {
        const left = (this.#atRisk[g] as number) - (gone[g] as number);
        this.#atRisk[g] = left > 1e-9 ? left : 0;
      }
    }
    return events;
  }

  /** Adds score and variance of the first groups - 1 groups. */
  addTo(score: Float64Array, variance: Float64Array): void {
    const groups = this.#groups;
    const tested = groups - 1;
    for (let i = 0; i < tested; i++) {
      score[i] = (score[i] as number) + (this.#score[i] as number);
      for (let j = 0; j < tested; j++) {
        let sum = this.#variance[i * groups + j] as number;
        for (let k = 0; k < groups; k++) {
          const ci = this.#past[i * groups + k] as number;
          const cj = this.#past[j * groups + k] as number;
          sum += ci * cj * (this.#ownSquare[k] as number);
          sum +=
            ci * (this.#ownCross[j * groups + k] as number) + cj * (this.#ownCross[i * groups + k] as number);
        }
        variance[i * tested + j] = (variance[i * tested + j] as number) + sum;
      }
    }
  }

  #step(own: Float64Array, other: Float64Array): number {
    const groups = this.#groups;
    let d = 0;
    let both = 0;
    let pool = 0;
    let all = 0;
    for (let g = 0; g < groups; g++) {
      d += own[g] as number;
      both += (own[g] as number) + (other[g] as number);
      const n = this.#atRisk[g] as number;
      if (n <= 0) continue;
      const scaled = n / (this.#survival[g] as number);
      all += scaled;
      pool += scaled * (1 - (this.#incidence[g] as number));
    }
    if (both === 0) return 0;
    const before = this.#pooled;
    const weight = (1 - before) ** this.#rho;
    const survivalBefore = Float64Array.from(this.#survival);
    const incidenceBefore = Float64Array.from(this.#incidence);
    this.#pooled = before + d / all;
    this.#moveGroups(own, other);
    this.#moveScores(survivalBefore, all, weight, d / (all * (1 - before)));
    for (let g = 0; g < groups; g++) {
      const n = this.#atRisk[g] as number;
      if (n <= 0) continue;
      const s = survivalBefore[g] as number;
      const share = (n * (1 - (incidenceBefore[g] as number))) / (s * pool);
      this.#score[g] = (this.#score[g] as number) + weight * ((own[g] as number) - d * share);
      const left = this.#survival[g] as number;
      const odds = left > 0 ? (1 - this.#pooled) / left : 0;
      if (d > 0) {
        const ties = d > 1 ? 1 - (d - 1) / (all * s - 1) : 1;
        this.#addVariance(g, 1 - odds, 1, (ties * s * d) / (all * n));
      }
      const others = other[g] as number;
      if (others > 0 && left > 0) {
        const ties = others > 1 ? 1 - (others - 1) / (n - 1) : 1;
        this.#addVariance(g, odds, 0, (ties * s * s * others) / (n * n));
      }
    }
    return d;
  }

  #moveGroups(own: Float64Array, other: Float64Array): void {
    for (let g = 0; g < this.#groups; g++) {
      const n = this.#atRisk[g] as number;
      if (n <= 0) continue;
      const s = this.#survival[g] as number;
      this.#survival[g] = (s * (n - (own[g] as number) - (other[g] as number))) / n;
      this.#incidence[g] = (this.#incidence[g] as number) + (s * (own[g] as number)) / n;
    }
  }

  #moveScores(survival: Float64Array, all: number, weight: number, hazard: number): void {
    const groups = this.#groups;
    const scaled = (g: number) => {
      const n = this.#atRisk[g] as number;
      return n > 0 ? n / (survival[g] as number) : 0;
    };
    for (let i = 0; i < groups; i++) {
      for (let j = 0; j < groups; j++) {
        const cell = i * groups + j;
        const value = weight * scaled(i) * ((i === j ? 1 : 0) - scaled(j) / all);
        this.#now[cell] = value;
        this.#past[cell] = (this.#past[cell] as number) + value * hazard;
      }
    }
  }

  #addVariance(g: number, slope: number, direct: number, variance: number): void {
    const groups = this.#groups;
    this.#ownSquare[g] = (this.#ownSquare[g] as number) + slope * slope * variance;
    const movement = (i: number) =>
      direct * (this.#now[i * groups + g] as number) - slope * (this.#past[i * groups + g] as number);
    for (let i = 0; i < groups; i++) {
      const cell = i * groups + g;
      this.#ownCross[cell] = (this.#ownCross[cell] as number) + slope * movement(i) * variance;
      for (let j = 0; j < groups; j++) {
        const pair = i * groups + j;
        this.#variance[pair] = (this.#variance[pair] as number) + movement(i) * movement(j) * variance;
      }
    }
  }
}
