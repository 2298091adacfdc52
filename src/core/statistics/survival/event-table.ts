import { mergedAscending, mergeTimes } from './merged-times';
import type { SurvivalRows } from './survival-input';

/**
 * What survival estimates need to know of one group: one row per distinct end of follow-up, ascending.
 *
 * `atRisk[i]` is the weight under observation just before `time[i]`, that is with entry < time[i] ≤ end.
 * `entryTime` and `entered` (distinct entry times and the weight entering) are empty without late entry.
 */
export interface EventTable {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly entryTime: Float64Array;
  readonly entered: Float64Array;
  /** Sum of the weights, and the number of rows that carried them. */
  readonly n: number;
  readonly rows: number;
}

const NOTHING = new Float64Array(0);
const LARGEST_DAY = 60_000_000;

/** One table per group. Whole-numbered times are counted into buckets, other times are sorted: never worse than n log n. */
export function eventTables(rows: SurvivalRows): readonly EventTable[] {
  const range = dayRange(rows);
  if (range !== null) return bucketTables(rows, range.first, range.length);
  if (rows.entry === null) {
    const { order, sorted } = mergedAscending(rows.time);
    return sortedTables(rows, order, sorted, null);
  }
  const [order, entryOrder] = mergeTimes([rows.time, rows.entry]) as [Uint32Array, Uint32Array];
  const sorted = new Float64Array(rows.size);
  for (let k = 0; k < rows.size; k++) sorted[k] = rows.time[order[k] as number] as number;
  return sortedTables(rows, order, sorted, entryOrder);
}

/** The span of whole-numbered times when counting them is cheaper than sorting; merged times cannot occur here. */
function dayRange(rows: SurvivalRows): { first: number; length: number } | null {
  if (rows.entry !== null || rows.size === 0) return null;
  const { time, size } = rows;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    const t = time[i] as number;
    if ((t | 0) !== t) return null;
    if (t < first) first = t;
    if (t > last) last = t;
  }
  if (first < -LARGEST_DAY || last > LARGEST_DAY) return null;
  const length = last - first + 1;
  return length * rows.groupCount <= Math.max(4096, 4 * size) ? { first, length } : null;
}

function bucketTables(rows: SurvivalRows, first: number, length: number): readonly EventTable[] {
  const { time, event, weight, group, size, groupCount } = rows;
  const counts = new Float64Array(2 * length * groupCount);
  const rowCounts = new Float64Array(groupCount);
  for (let i = 0; i < size; i++) {
    const g = group[i] as number;
    const cell = 2 * (g * length + (time[i] as number) - first) + (event[i] as number);
    counts[cell] = (counts[cell] as number) + (weight === null ? 1 : (weight[i] as number));
    rowCounts[g] = (rowCounts[g] as number) + 1;
  }
  const tables: EventTable[] = [];
  for (let g = 0; g < groupCount; g++) {
    const base = 2 * g * length;
    let used = 0;
    for (let day = 0; day < length; day++) {
      if ((counts[base + 2 * day] as number) + (counts[base + 2 * day + 1] as number) > 0) used += 1;
    }
    const builder = new TableBuilder(used);
    let at = 0;
    for (let day = 0; day < length; day++) {
      const censored = counts[base + 2 * day] as number;
      const events = counts[base + 2 * day + 1] as number;
      if (censored + events === 0) continue;
      builder.time[at] = day + first;
      builder.counts[2 * at] = censored;
      builder.counts[2 * at + 1] = events;
      at += 1;
    }
    tables.push(builder.finish(used, rowCounts[g] as number));
  }
  return tables;
}

function sortedTables(
  rows: SurvivalRows,
  order: Uint32Array,
  sorted: Float64Array,
  entryOrder: Uint32Array | null,
): readonly EventTable[] {
  const { event, weight, group, size, groupCount, entry } = rows;
  const rowCounts = new Float64Array(groupCount);
  // Group and event in one small number: reading it in sorted order stays in the cache.
  const codes = groupCount <= 128 ? new Uint8Array(size) : new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const g = group[i] as number;
    rowCounts[g] = (rowCounts[g] as number) + 1;
    codes[i] = 2 * g + (event[i] as number);
  }
  const builders = Array.from({ length: groupCount }, (_, g) => new TableBuilder(rowCounts[g] as number));
  const times = builders.map((builder) => builder.time);
  const counts = builders.map((builder) => builder.counts);
  const used = new Int32Array(groupCount);
  for (let k = 0; k < size; k++) {
    const i = order[k] as number;
    const code = codes[i] as number;
    const g = code >>> 1;
    const t = sorted[k] as number;
    const ends = times[g] as Float64Array;
    let last = (used[g] as number) - 1;
    if (last < 0 || ends[last] !== t) {
      last += 1;
      ends[last] = t;
      used[g] = last + 1;
    }
    const cell = 2 * last + (code & 1);
    const cells = counts[g] as Float64Array;
    cells[cell] = (cells[cell] as number) + (weight === null ? 1 : (weight[i] as number));
  }
  if (entryOrder !== null && entry !== null) {
    for (let k = 0; k < size; k++) {
      const i = entryOrder[k] as number;
      const builder = builders[group[i] as number] as TableBuilder;
      builder.enter(entry[i] as number, weight === null ? 1 : (weight[i] as number));
    }
  }
  return builders.map((builder, g) => builder.finish(used[g] as number, rowCounts[g] as number));
}

class TableBuilder {
  readonly time: Float64Array;
  /** Censored and events in turn, one pair per time. */
  readonly counts: Float64Array;
  #entryTime = NOTHING;
  #entered = NOTHING;
  #entries = 0;

  constructor(capacity: number) {
    this.time = new Float64Array(capacity);
    this.counts = new Float64Array(2 * capacity);
  }

  enter(time: number, weight: number): void {
    if (this.#entryTime.length === 0) {
      this.#entryTime = new Float64Array(this.time.length);
      this.#entered = new Float64Array(this.time.length);
    }
    if (this.#entries === 0 || this.#entryTime[this.#entries - 1] !== time)
      this.#entryTime[this.#entries++] = time;
    this.#entered[this.#entries - 1] = (this.#entered[this.#entries - 1] as number) + weight;
  }

  finish(used: number, rows: number): EventTable {
    const time = used === this.time.length ? this.time : this.time.slice(0, used);
    const events = new Float64Array(used);
    const censored = new Float64Array(used);
    const entryTime = this.#entryTime.slice(0, this.#entries);
    const entered = this.#entered.slice(0, this.#entries);
    const atRisk = new Float64Array(used);
    // From the last row back: what leaves later is at risk now, what enters later is not yet.
    let leaving = 0;
    let entering = 0;
    let e = entryTime.length - 1;
    const { counts } = this;
    for (let i = used - 1; i >= 0; i--) {
      const c = counts[2 * i] as number;
      const d = counts[2 * i + 1] as number;
      censored[i] = c;
      events[i] = d;
      leaving += c + d;
      while (e >= 0 && (entryTime[e] as number) >= (time[i] as number)) entering += entered[e--] as number;
      atRisk[i] = leaving - entering;
    }
    return { time, atRisk, events, censored, entryTime, entered, n: leaving, rows };
  }
}
