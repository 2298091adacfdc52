import type { EventTable } from './event-table';
import { sortOrder } from './sort-order';
import type { SurvivalRows } from './survival-input';

/** Sum over clusters of (fixed + open · a)², kept up to date while clusters change and `a` grows. */
class ClusterSquares {
  readonly #fixed = new Map<number, number>();
  readonly #open = new Map<number, number>();
  #ff = 0;
  #fo = 0;
  #oo = 0;

  change(cluster: number, fixed: number, open: number): void {
    const f = this.#fixed.get(cluster) ?? 0;
    const o = this.#open.get(cluster) ?? 0;
    const f2 = f + fixed;
    const o2 = o + open;
    this.#ff += f2 * f2 - f * f;
    this.#fo += f2 * o2 - f * o;
    this.#oo += o2 * o2 - o * o;
    this.#fixed.set(cluster, f2);
    this.#open.set(cluster, o2);
  }

  at(a: number): number {
    return Math.max(0, this.#ff + 2 * a * this.#fo + a * a * this.#oo);
  }
}

/**
 * Infinitesimal-jackknife variance of the Kaplan-Meier curve and of the Nelson-Aalen estimate: the sum over
 * clusters of the squared derivative with respect to the clusters' weights.
 *
 * Subject i's derivative of log S(t) is -Σ (dN_i - Y_i d/n) / (n - d), of the cumulative hazard Σ (dN_i - Y_i d/n) / n.
 *
 * @returns one element per row of the table; 0 once survival is 0
 * @see Efron 1981, doi:10.1080/01621459.1981.10477650 · survival vignette "methods", section on the IJ estimate
 */
export function clusteredVariance(
  rows: SurvivalRows,
  g: number,
  table: EventTable,
  clusterOf: (row: number) => number,
): { readonly survival: Float64Array; readonly hazard: Float64Array } {
  const members = rowsOfGroup(rows, g);
  const time = Float64Array.from(members, (i) => rows.time[i] as number);
  const exits = sortOrder(time);
  const entry = rows.entry === null ? null : Float64Array.from(members, (i) => rows.entry?.[i] as number);
  const entries = entry === null ? null : sortOrder(entry);
  const logS = new ClusterSquares();
  const hazard = new ClusterSquares();
  const survivalVariance = new Float64Array(table.time.length);
  const hazardVariance = new Float64Array(table.time.length);
  const weightOf = (i: number) => (rows.weight === null ? 1 : (rows.weight[i] as number));
  let sumS = 0;
  let sumH = 0;
  let s = 1;
  let exit = 0;
  let entering = 0;
  if (entries === null) for (const i of members) startRow(i);
  for (let k = 0; k < table.time.length; k++) {
    const t = table.time[k] as number;
    while (entries !== null && entry !== null && entering < entries.length) {
      const m = entries[entering] as number;
      if ((entry[m] as number) >= t) break;
      startRow(members[m] as number);
      entering += 1;
    }
    const d = table.events[k] as number;
    const n = table.atRisk[k] as number;
    const remaining = n - d > 1e-11 * n ? n - d : 0;
    const h = d / n;
    if (remaining > 0) sumS += h / remaining;
    sumH += h / n;
    s *= remaining / n;
    while (exit < exits.length && (time[exits[exit] as number] as number) === t) {
      const i = members[exits[exit] as number] as number;
      const w = weightOf(i);
      const happened = rows.event[i] as number;
      logS.change(clusterOf(i), w * (sumS - (remaining > 0 ? happened / remaining : 0)), -w);
      hazard.change(clusterOf(i), w * (sumH - happened / n), -w);
      exit += 1;
    }
    survivalVariance[k] = s === 0 ? 0 : s * s * logS.at(sumS);
    hazardVariance[k] = hazard.at(sumH);
  }
  return { survival: survivalVariance, hazard: hazardVariance };

  function startRow(i: number): void {
    const w = weightOf(i);
    logS.change(clusterOf(i), -w * sumS, w);
    hazard.change(clusterOf(i), -w * sumH, w);
  }
}

function rowsOfGroup(rows: SurvivalRows, g: number): Int32Array {
  const members: number[] = [];
  for (let i = 0; i < rows.size; i++) if (rows.group[i] === g) members.push(i);
  return Int32Array.from(members);
}
