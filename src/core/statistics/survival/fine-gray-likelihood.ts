import type { StandardisedCovariates } from './covariates';
import { mergeTimes } from './merged-times';
import type { Likelihood } from './newton-fit';
import type { SurvivalRows } from './survival-input';

/**
 * Log pseudo-likelihood of a Fine-Gray model. The risk set of a time splits into those still under observation, a sum
 * from the last time back, and those with a competing event, a sum from the first time on that is multiplied by
 * G(t-): both are running sums.
 */
export class FineGrayLikelihood {
  readonly p: number;
  /** Rows in ascending time: covariates, event kind (0 censored, 1 the cause, 2 another), block of equal times. */
  readonly x: Float64Array;
  readonly kind: Uint8Array;
  readonly block: Int32Array;
  readonly blockTime: Float64Array;
  /** Per block: G(t-), rows at risk, events of the cause, censorings. */
  readonly g: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly eventCount: number;
  readonly competingCount: number;

  constructor(rows: SurvivalRows, covariates: StandardisedCovariates, cause: number) {
    const [{ order, sorted }] = mergeTimes([rows.time]);
    const n = rows.size;
    const p = covariates.size;
    this.p = p;
    this.x = new Float64Array(n * p);
    this.kind = new Uint8Array(n);
    this.block = new Int32Array(n);
    const times: number[] = [];
    for (let k = 0; k < n; k++) {
      const i = order[k] as number;
      for (let j = 0; j < p; j++) this.x[k * p + j] = covariates.values[i * p + j] as number;
      const code = rows.event[i] as number;
      this.kind[k] = code === 0 ? 0 : code === cause ? 1 : 2;
      const time = sorted[k] as number;
      if (times.length === 0 || times[times.length - 1] !== time) times.push(time);
      this.block[k] = times.length - 1;
    }
    const blocks = times.length;
    this.blockTime = Float64Array.from(times);
    this.g = new Float64Array(blocks);
    this.atRisk = new Float64Array(blocks);
    this.events = new Float64Array(blocks);
    this.censored = new Float64Array(blocks);
    const size = new Float64Array(blocks);
    let competing = 0;
    for (let k = 0; k < n; k++) {
      const b = this.block[k] as number;
      size[b] = (size[b] as number) + 1;
      if (this.kind[k] === 1) this.events[b] = (this.events[b] as number) + 1;
      if (this.kind[k] === 0) this.censored[b] = (this.censored[b] as number) + 1;
      if (this.kind[k] === 2) competing += 1;
    }
    let left = n;
    let g = 1;
    for (let b = 0; b < blocks; b++) {
      this.g[b] = g;
      this.atRisk[b] = left;
      g *= 1 - (this.censored[b] as number) / left;
      left -= size[b] as number;
    }
    this.eventCount = this.events.reduce((sum, d) => sum + d, 0);
    this.competingCount = competing;
  }

  evaluate(beta: Float64Array): Likelihood {
    const p = this.p;
    const risk = this.risks(beta);
    const sums = this.riskSums(risk, true);
    const width = 1 + p + p * p;
    const score = new Float64Array(p);
    const information = new Float64Array(p * p);
    let logLikelihood = 0;
    for (let k = 0; k < this.kind.length; k++) {
      if (this.kind[k] !== 1) continue;
      logLikelihood += Math.log(risk[k] as number);
      for (let j = 0; j < p; j++) score[j] = (score[j] as number) + (this.x[k * p + j] as number);
    }
    for (let b = 0; b < this.events.length; b++) {
      const d = this.events[b] as number;
      if (d === 0) continue;
      const base = b * width;
      const s0 = sums[base] as number;
      logLikelihood -= d * Math.log(s0);
      for (let i = 0; i < p; i++) {
        const mean = (sums[base + 1 + i] as number) / s0;
        score[i] = (score[i] as number) - d * mean;
        for (let j = 0; j <= i; j++) {
          const other = (sums[base + 1 + j] as number) / s0;
          const cell = i * p + j;
          const spread = (sums[base + 1 + p + cell] as number) / s0 - mean * other;
          information[cell] = (information[cell] as number) + d * spread;
        }
      }
    }
    for (let i = 0; i < p; i++)
      for (let j = 0; j < i; j++) information[j * p + i] = information[i * p + j] as number;
    return { logLikelihood, score, information };
  }

  /** Jumps of the baseline hazard at the mean of the covariates. */
  baseline(beta: Float64Array): { readonly time: Float64Array; readonly jump: Float64Array } {
    const width = 1 + this.p;
    const sums = this.riskSums(this.risks(beta), false);
    const time: number[] = [];
    const jump: number[] = [];
    this.events.forEach((d, b) => {
      if (d === 0) return;
      time.push(this.blockTime[b] as number);
      jump.push(d / (sums[b * width] as number));
    });
    return { time: Float64Array.from(time), jump: Float64Array.from(jump) };
  }

  /** Sum over subjects of the outer products of their influences on the score. */
  meat(beta: Float64Array): Float64Array {
    const p = this.p;
    const meat = new Float64Array(p * p);
    this.forEachInfluence(beta, (_, eta) => {
      for (let i = 0; i < p; i++) {
        for (let j = 0; j < p; j++) {
          meat[i * p + j] = (meat[i * p + j] as number) + (eta[i] as number) * (eta[j] as number);
        }
      }
    });
    return meat;
  }

  /** The influence of each row on the score, the estimation of G included; the array is the same for every row. */
  forEachInfluence(beta: Float64Array, take: (row: number, influence: Float64Array) => void): void {
    const p = this.p;
    const n = this.kind.length;
    const blocks = this.events.length;
    const width = 1 + p;
    const risk = this.risks(beta);
    const sums = this.riskSums(risk, false);
    // Up to each block Σ d/S0 and Σ d S1/S0²; from each block on the same times G(t-).
    const before = new Float64Array((blocks + 1) * width);
    const after = new Float64Array((blocks + 1) * width);
    for (let b = 0; b < blocks; b++) {
      const s0 = sums[b * width] as number;
      const hazard = (this.events[b] as number) / s0;
      for (let j = 0; j <= p; j++) {
        const term = j === 0 ? hazard : (hazard * (sums[b * width + j] as number)) / s0;
        before[(b + 1) * width + j] = (before[b * width + j] as number) + (hazard === 0 ? 0 : term);
      }
    }
    for (let b = blocks - 1; b >= 0; b--) {
      const s0 = sums[b * width] as number;
      const hazard = ((this.events[b] as number) / s0) * (this.g[b] as number);
      for (let j = 0; j <= p; j++) {
        const term = j === 0 ? hazard : (hazard * (sums[b * width + j] as number)) / s0;
        after[b * width + j] = (after[(b + 1) * width + j] as number) + (hazard === 0 ? 0 : term);
      }
    }
    const q = this.#censoringInfluence(risk, after);
    const eta = new Float64Array(p);
    const past = new Float64Array(p);
    let lastBlock = -1;
    for (let k = 0; k < n; k++) {
      const b = this.block[k] as number;
      if (b !== lastBlock) {
        lastBlock = b;
        const y = this.atRisk[b] as number;
        for (let j = 0; j < p; j++) {
          past[j] = (past[j] as number) - ((this.censored[b] as number) * (q[b * p + j] as number)) / (y * y);
        }
      }
      const e = risk[k] as number;
      const kind = this.kind[k];
      const late = kind === 2 ? e / (this.g[b] as number) : 0;
      const s0 = sums[b * width] as number;
      for (let j = 0; j < p; j++) {
        const x = this.x[k * p + j] as number;
        let value = past[j] as number;
        value -= e * (x * (before[(b + 1) * width] as number) - (before[(b + 1) * width + 1 + j] as number));
        if (late > 0) {
          value -=
            late * (x * (after[(b + 1) * width] as number) - (after[(b + 1) * width + 1 + j] as number));
        }
        if (kind === 1) value += x - (sums[b * width + 1 + j] as number) / s0;
        if (kind === 0) value += (q[b * p + j] as number) / (this.atRisk[b] as number);
        eta[j] = value;
      }
      take(k, eta);
    }
  }

  /** Per block with a censoring, the influence of the censoring hazard at its time on the score. */
  #censoringInfluence(risk: Float64Array, after: Float64Array): Float64Array {
    const p = this.p;
    const width = 1 + p;
    const blocks = this.events.length;
    const q = new Float64Array(blocks * p);
    const sum = new Float64Array(width);
    let k = 0;
    for (let b = 0; b < blocks; b++) {
      if ((this.censored[b] as number) > 0) {
        for (let j = 0; j < p; j++) {
          q[b * p + j] =
            (sum[1 + j] as number) * (after[b * width] as number) -
            (sum[0] as number) * (after[b * width + 1 + j] as number);
        }
      }
      for (; k < this.kind.length && this.block[k] === b; k++) {
        if (this.kind[k] !== 2) continue;
        const weight = (risk[k] as number) / (this.g[b] as number);
        sum[0] = (sum[0] as number) + weight;
        for (let j = 0; j < p; j++)
          sum[1 + j] = (sum[1 + j] as number) + weight * (this.x[k * p + j] as number);
      }
    }
    return q;
  }

  risks(beta: Float64Array): Float64Array {
    const p = this.p;
    const risk = new Float64Array(this.kind.length);
    for (let k = 0; k < risk.length; k++) {
      let linear = 0;
      for (let j = 0; j < p; j++) linear += (beta[j] as number) * (this.x[k * p + j] as number);
      risk[k] = Math.exp(linear);
    }
    return risk;
  }

  /** Per block S0, S1 and, when asked for, the lower triangle of S2. */
  riskSums(risk: Float64Array, second: boolean): Float64Array {
    const p = this.p;
    const width = second ? 1 + p + p * p : 1 + p;
    const blocks = this.events.length;
    const sums = new Float64Array(blocks * width);
    const running = new Float64Array(width);
    let k = this.kind.length - 1;
    for (let b = blocks - 1; b >= 0; b--) {
      for (; k >= 0 && this.block[k] === b; k--) this.#addRow(running, k, risk[k] as number, second);
      sums.set(running, b * width);
    }
    running.fill(0);
    k = 0;
    for (let b = 0; b < blocks; b++) {
      const g = this.g[b] as number;
      if ((this.events[b] as number) > 0) {
        for (let j = 0; j < width; j++)
          sums[b * width + j] = (sums[b * width + j] as number) + g * (running[j] as number);
      }
      for (; k < this.kind.length && this.block[k] === b; k++) {
        if (this.kind[k] === 2) this.#addRow(running, k, (risk[k] as number) / g, second);
      }
    }
    return sums;
  }

  #addRow(running: Float64Array, k: number, weight: number, second: boolean): void {
    const p = this.p;
    const x = this.x;
    running[0] = (running[0] as number) + weight;
    for (let i = 0; i < p; i++) {
      const xi = weight * (x[k * p + i] as number);
      running[1 + i] = (running[1 + i] as number) + xi;
      if (!second) continue;
      const base = 1 + p + i * p;
      for (let j = 0; j <= i; j++)
        running[base + j] = (running[base + j] as number) + xi * (x[k * p + j] as number);
    }
  }
}
