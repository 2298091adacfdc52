import type { Interval } from '@core/base/interval';
import { criticalValue } from './confidence-limits';
import { type CoxData, linearPredictors } from './cox-data';
import type { CoxFit } from './cox-regression';
import type { UndefinedReason } from './estimate';
import { FenwickTree } from './fenwick-tree';
import { sortOrder } from './sort-order';

/** Harrell's C of a Cox model. */
export interface Concordance {
  readonly method: string;
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Weights of comparable pairs: the higher risk fails first, fails last, has the same risk. */
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedRisk: number;
  /** Weights of pairs that cannot be compared: two events at one time, with different and with the same risk. */
  readonly tiedTime: number;
  readonly tiedBoth: number;
  readonly n: number;
  readonly reason: UndefinedReason | null;
}

/** Pairs of each row, as the one that fails first or the one that is compared with. */
interface PairCounts {
  readonly concordant: Float64Array;
  readonly discordant: Float64Array;
  readonly tied: Float64Array;
  tiedTime: number;
  tiedBoth: number;
}

/**
 * Concordance of the linear predictor with survival: among pairs of a stratum of whom one is known to fail first, the
 * share in which that one has the higher risk, ties in risk counting half. The standard error is the infinitesimal
 * jackknife, by cluster when the fit has clusters.
 *
 * No comparable pair: `null` (`no-comparison`).
 *
 * @see Harrell et al. 1996 · Therneau & Watson 2015; survival's concordance
 */
export function coxConcordance(fit: CoxFit, cluster?: ArrayLike<number>): Concordance {
  const { data, level } = fit;
  const eta = linearPredictors(data, fit.standardised.beta);
  const pairs = countPairs(data, eta);
  let concordant = 0;
  let discordant = 0;
  let tiedRisk = 0;
  for (let i = 0; i < data.rows; i++) {
    // Every pair has been counted at both of its members.
    const w = (data.weight[i] as number) / 2;
    concordant += w * (pairs.concordant[i] as number);
    discordant += w * (pairs.discordant[i] as number);
    tiedRisk += w * (pairs.tied[i] as number);
  }
  const total = concordant + discordant + tiedRisk;
  const base = {
    method: 'concordance',
    concordant,
    discordant,
    tiedRisk,
    tiedTime: pairs.tiedTime,
    tiedBoth: pairs.tiedBoth,
    n: fit.n,
  };
  if (!(total > 0)) {
    return Object.freeze({
      ...base,
      estimate: null,
      standardError: null,
      interval: null,
      reason: 'no-comparison',
    });
  }
  const somers = (concordant - discordant) / total;
  const influence = new Map<number, number>();
  for (let i = 0; i < data.rows; i++) {
    const own = (pairs.concordant[i] as number) - (pairs.discordant[i] as number);
    const all = (pairs.concordant[i] as number) + (pairs.discordant[i] as number) + (pairs.tied[i] as number);
    const effect = ((data.weight[i] as number) * (own - somers * all)) / total;
    const at = data.position[i] as number;
    const name = cluster === undefined ? at : (cluster[at] as number);
    influence.set(name, (influence.get(name) ?? 0) + effect);
  }
  let variance = 0;
  for (const effect of influence.values()) variance += effect * effect;
  const estimate = (somers + 1) / 2;
  const standardError = Math.sqrt(variance) / 2;
  const distance = criticalValue(level) * standardError;
  const interval = Object.freeze({
    lower: Math.max(0, estimate - distance),
    upper: Math.min(1, estimate + distance),
    level,
    method: 'normal',
  });
  return Object.freeze({ ...base, estimate, standardError, interval, reason: null });
}

function countPairs(data: CoxData, eta: Float64Array): PairCounts {
  const counts: PairCounts = {
    concordant: new Float64Array(data.rows),
    discordant: new Float64Array(data.rows),
    tied: new Float64Array(data.rows),
    tiedTime: 0,
    tiedBoth: 0,
  };
  for (let s = 0; s + 1 < data.strata.length; s++) {
    const start = data.strata[s] as number;
    const end = data.strata[s + 1] as number;
    const { rank, ranks } = ranksOf(eta.subarray(start, end));
    countAsFirst(data, start, end, rank, ranks, counts);
    countAsCompared(data, start, end, rank, ranks, counts);
  }
  return counts;
}

/** Dense ranks of risks; equal risks share a rank. */
function ranksOf(risk: Float64Array): { readonly rank: Int32Array; readonly ranks: number } {
  const order = sortOrder(Float64Array.from(risk));
  const rank = new Int32Array(risk.length);
  let ranks = 0;
  order.forEach((i, k) => {
    if (k > 0 && risk[i] !== risk[order[k - 1] as number]) ranks += 1;
    rank[i] = ranks;
  });
  return { rank, ranks: ranks + 1 };
}

/** From the last time back: each event against those still at risk after it. */
function countAsFirst(
  data: CoxData,
  start: number,
  end: number,
  rank: Int32Array,
  ranks: number,
  counts: PairCounts,
): void {
  const tree = new FenwickTree(ranks);
  let all = 0;
  let e = end - 1;
  const change = (i: number, sign: number) => {
    const w = sign * (data.weight[i] as number);
    tree.add(rank[i - start] as number, w);
    all += w;
  };
  for (let i = end - 1; i >= start; ) {
    const t = data.time[i] as number;
    const last = i;
    for (; i >= start && data.time[i] === t; i--) if (data.event[i] === 0) change(i, 1);
    if (data.entry !== null) {
      for (; e >= start && (data.entry[data.byEntry[e] as number] as number) >= t; e--) {
        change(data.byEntry[e] as number, -1);
      }
    }
    let together = 0;
    const sameRisk = new Map<number, number>();
    for (let k = last; k > i; k--) {
      if (data.event[k] === 0) continue;
      const r = rank[k - start] as number;
      const lower = tree.below(r);
      const upTo = tree.below(r + 1);
      counts.concordant[k] = (counts.concordant[k] as number) + lower;
      counts.tied[k] = (counts.tied[k] as number) + upTo - lower;
      counts.discordant[k] = (counts.discordant[k] as number) + all - upTo;
      const w = data.weight[k] as number;
      const same = sameRisk.get(r) ?? 0;
      counts.tiedTime += w * (together - same);
      counts.tiedBoth += w * same;
      together += w;
      sameRisk.set(r, same + w);
    }
    for (let k = last; k > i; k--) if (data.event[k] === 1) change(k, 1);
  }
}

/** From the first time on: each row against the events before it, less those before it entered. */
function countAsCompared(
  data: CoxData,
  start: number,
  end: number,
  rank: Int32Array,
  ranks: number,
  counts: PairCounts,
): void {
  const tree = new FenwickTree(ranks);
  let all = 0;
  let e = start;
  const compare = (i: number, sign: number) => {
    const r = rank[i - start] as number;
    const lower = tree.below(r);
    const upTo = tree.below(r + 1);
    counts.discordant[i] = (counts.discordant[i] as number) + sign * lower;
    counts.tied[i] = (counts.tied[i] as number) + sign * (upTo - lower);
    counts.concordant[i] = (counts.concordant[i] as number) + sign * (all - upTo);
  };
  for (let i = start; i < end; ) {
    const t = data.time[i] as number;
    const first = i;
    if (data.entry !== null) {
      for (; e < end && (data.entry[data.byEntry[e] as number] as number) < t; e++)
        compare(data.byEntry[e] as number, -1);
    }
    for (; i < end && data.time[i] === t; i++) if (data.event[i] === 1) compare(i, 1);
    for (let k = first; k < i; k++) {
      if (data.event[k] === 0) continue;
      tree.add(rank[k - start] as number, data.weight[k] as number);
      all += data.weight[k] as number;
    }
    for (let k = first; k < i; k++) if (data.event[k] === 0) compare(k, 1);
  }
}
