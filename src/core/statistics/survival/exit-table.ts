import { type MergedColumn, mergeTimes } from './merged-times';
import type { SurvivalRows } from './survival-input';

/**
 * How one group leaves observation: one row per distinct end of follow-up, ascending.
 *
 * `leaving[code][i]` is the weight that leaves at `time[i]` with an event code, 0 the censored. `atRisk[i]` is the weight
 * under observation just before, that is with entry < time[i] ≤ end. `entryTime` and `entered` (distinct entry times and
 * the weight entering) are empty without late entry.
 */
export interface ExitTable {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly leaving: readonly Float64Array[];
  readonly entryTime: Float64Array;
  readonly entered: Float64Array;
  /** Sum of the weights, and the number of rows that carried them. */
  readonly n: number;
  readonly rows: number;
}

/** One distinct end of follow-up: weight under observation just before, and weight leaving by event code. */
export interface ExitStep {
  readonly time: number;
  readonly atRisk: number;
  readonly leaving: Float64Array;
}

const NOTHING = new Float64Array(0);
const LARGEST_DAY = 60_000_000;

/**
 * One table per group. Whole-numbered times are counted into buckets, other times are sorted: never worse than n log n.
 *
 * @param codes  the largest event code: 1, or the number of competing causes
 */
export function exitTables(rows: SurvivalRows, codes: number): readonly ExitTable[] {
  const range = dayRange(rows, codes);
  if (range !== null) return bucketTables(rows, codes, range.first, range.length);
  const [ends, entries = null] =
    rows.entry === null ? mergeTimes([rows.time]) : mergeTimes([rows.time, rows.entry]);
  return sortedTables(rows, codes, ends, entries);
}

/** The span of whole-numbered times when counting them is cheaper than sorting; merged times cannot occur here. */
function dayRange(rows: SurvivalRows, codes: number): { first: number; length: number } | null {
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
  return length * rows.groupCount * (codes + 1) <= Math.max(8192, 8 * size) ? { first, length } : null;
}

function bucketTables(
  rows: SurvivalRows,
  codes: number,
  first: number,
  length: number,
): readonly ExitTable[] {
  const { time, event, weight, group, size, groupCount } = rows;
  const width = codes + 1;
  const counts = new Float64Array(width * length * groupCount);
  const rowCounts = new Float64Array(groupCount);
  for (let i = 0; i < size; i++) {
    const g = group[i] as number;
    const cell = width * (g * length + (time[i] as number) - first) + (event[i] as number);
    counts[cell] = (counts[cell] as number) + (weight === null ? 1 : (weight[i] as number));
    rowCounts[g] = (rowCounts[g] as number) + 1;
  }
  return Array.from({ length: groupCount }, (_, g) => {
    const base = width * g * length;
    const somebody = (day: number) => {
      for (let code = 0; code < width; code++)
        if ((counts[base + width * day + code] as number) > 0) return true;
      return false;
    };
    let used = 0;
    for (let day = 0; day < length; day++) if (somebody(day)) used += 1;
    const ends = new Float64Array(used);
    const leaving = Array.from({ length: width }, () => new Float64Array(used));
    let at = 0;
    for (let day = 0; day < length; day++) {
      if (!somebody(day)) continue;
      ends[at] = day + first;
      leaving.forEach((weights, code) => {
        weights[at] = counts[base + width * day + code] as number;
      });
      at += 1;
    }
    return exitTable(ends, leaving, NOTHING, NOTHING, rowCounts[g] as number);
  });
}

function sortedTables(
  rows: SurvivalRows,
  codes: number,
  { order, sorted }: MergedColumn,
  late: MergedColumn | null,
): readonly ExitTable[] {
  const { event, weight, group, size, groupCount } = rows;
  const width = codes + 1;
  const rowCounts = new Float64Array(groupCount);
  // Group and event in one small number: reading it in sorted order stays in the cache.
  const kind = groupCount * width <= 256 ? new Uint8Array(size) : new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const g = group[i] as number;
    rowCounts[g] = (rowCounts[g] as number) + 1;
    kind[i] = width * g + (event[i] as number);
  }
  const groupOf = Int32Array.from({ length: groupCount * width }, (_, cell) => Math.floor(cell / width));
  const times = Array.from(rowCounts, (count) => new Float64Array(count));
  const leaving = Array.from(groupOf, (g) => new Float64Array(rowCounts[g] as number));
  const used = new Int32Array(groupCount);
  for (let k = 0; k < size; k++) {
    const i = order[k] as number;
    const cell = kind[i] as number;
    const g = groupOf[cell] as number;
    const t = sorted[k] as number;
    const ends = times[g] as Float64Array;
    let last = (used[g] as number) - 1;
    if (last < 0 || ends[last] !== t) {
      last += 1;
      ends[last] = t;
      used[g] = last + 1;
    }
    const weights = leaving[cell] as Float64Array;
    weights[last] = (weights[last] as number) + (weight === null ? 1 : (weight[i] as number));
  }
  const entries = late === null ? null : entryTables(rows, late, rowCounts);
  return times.map((ends, g) => {
    const count = used[g] as number;
    return exitTable(
      trimmed(ends, count),
      leaving.slice(g * width, (g + 1) * width).map((weights) => trimmed(weights, count)),
      entries?.[g]?.time ?? NOTHING,
      entries?.[g]?.entered ?? NOTHING,
      rowCounts[g] as number,
    );
  });
}

/** Distinct entry times and the weight entering, per group. */
function entryTables(rows: SurvivalRows, { order, sorted }: MergedColumn, rowCounts: Float64Array) {
  const { weight, group } = rows;
  const times = Array.from(rowCounts, (count) => new Float64Array(count));
  const entered = times.map((time) => new Float64Array(time.length));
  const used = new Int32Array(times.length);
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number;
    const g = group[i] as number;
    const t = sorted[k] as number;
    const starts = times[g] as Float64Array;
    let last = (used[g] as number) - 1;
    if (last < 0 || starts[last] !== t) {
      last += 1;
      starts[last] = t;
      used[g] = last + 1;
    }
    const weights = entered[g] as Float64Array;
    weights[last] = (weights[last] as number) + (weight === null ? 1 : (weight[i] as number));
  }
  return times.map((time, g) => ({
    time: trimmed(time, used[g] as number),
    entered: trimmed(entered[g] as Float64Array, used[g] as number),
  }));
}

/** The used part: in place when little is unused, a copy when that would keep much memory. */
function trimmed(values: Float64Array, used: number): Float64Array {
  return 2 * used >= values.length ? values.subarray(0, used) : values.slice(0, used);
}

/** Counts who is at risk from the last row back: what leaves later is at risk now, what enters later is not yet. */
function exitTable(
  time: Float64Array,
  leaving: readonly Float64Array[],
  entryTime: Float64Array,
  entered: Float64Array,
  rows: number,
): ExitTable {
  const atRisk = new Float64Array(time.length);
  let left = 0;
  let entering = 0;
  let e = entryTime.length - 1;
  for (let i = time.length - 1; i >= 0; i--) {
    for (const weights of leaving) left += weights[i] as number;
    while (e >= 0 && (entryTime[e] as number) >= (time[i] as number)) entering += entered[e--] as number;
    atRisk[i] = left - entering;
  }
  return { time, atRisk, leaving, entryTime, entered, n: left, rows };
}
