import { mergeColumn, mergeTimes } from './merged-times';
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
  const ends = daySpan(rows.time);
  const entries = rows.entry === null ? { first: 0, length: 0 } : daySpan(rows.entry);
  if (ends === null || entries === null) return sortedTables(rows, codes);
  const buckets = (ends.length * (codes + 1) + entries.length) * rows.groupCount;
  return buckets <= Math.max(8192, 8 * rows.size)
    ? bucketTables(rows, codes, ends, entries)
    : sortedTables(rows, codes);
}

interface DaySpan {
  readonly first: number;
  readonly length: number;
}

/** From the first to the last of whole-numbered times, `null` where there are others or none; none of them are merged. */
function daySpan(times: Float64Array): DaySpan | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < times.length; i++) {
    const t = times[i] as number;
    if ((t | 0) !== t) return null;
    if (t < first) first = t;
    if (t > last) last = t;
  }
  return first < -LARGEST_DAY || last > LARGEST_DAY || times.length === 0
    ? null
    : { first, length: last - first + 1 };
}

function bucketTables(
  rows: SurvivalRows,
  codes: number,
  ends: DaySpan,
  entries: DaySpan,
): readonly ExitTable[] {
  const { time, entry, event, weight, group, size, groupCount } = rows;
  const width = codes + 1;
  const leaving = new Float64Array(width * ends.length * groupCount);
  const entering = new Float64Array(entries.length * groupCount);
  const rowCounts = new Float64Array(groupCount);
  for (let i = 0; i < size; i++) {
    const g = group[i] as number;
    const w = weight === null ? 1 : (weight[i] as number);
    const cell = width * (g * ends.length + (time[i] as number) - ends.first) + (event[i] as number);
    leaving[cell] = (leaving[cell] as number) + w;
    rowCounts[g] = (rowCounts[g] as number) + 1;
    if (entry === null) continue;
    const start = g * entries.length + (entry[i] as number) - entries.first;
    entering[start] = (entering[start] as number) + w;
  }
  return Array.from({ length: groupCount }, (_, g) => {
    const left = usedDays(leaving, { ...ends, base: width * g * ends.length, width });
    const late = usedDays(entering, { ...entries, base: g * entries.length, width: 1 });
    const [entered = NOTHING] = late.weights;
    return exitTable(left.days, left.weights, late.days, entered, rowCounts[g] as number);
  });
}

/** The days on which somebody is counted, and the weight of each kind on them. */
function usedDays(
  counts: Float64Array,
  { first, length, base, width }: DaySpan & { readonly base: number; readonly width: number },
): { readonly days: Float64Array; readonly weights: readonly Float64Array[] } {
  const somebody = (day: number) => {
    for (let kind = 0; kind < width; kind++)
      if ((counts[base + width * day + kind] as number) > 0) return true;
    return false;
  };
  let used = 0;
  for (let day = 0; day < length; day++) if (somebody(day)) used += 1;
  const days = new Float64Array(used);
  const weights = Array.from({ length: width }, () => new Float64Array(used));
  let at = 0;
  for (let day = 0; day < length; day++) {
    if (!somebody(day)) continue;
    days[at] = day + first;
    weights.forEach((ofKind, kind) => {
      ofKind[at] = counts[base + width * day + kind] as number;
    });
    at += 1;
  }
  return { days, weights };
}

function sortedTables(rows: SurvivalRows, codes: number): readonly ExitTable[] {
  const { time, entry, weight, event, group, size, groupCount } = rows;
  const width = codes + 1;
  const kind = new Uint32Array(size);
  for (let i = 0; i < size; i++) kind[i] = width * (group[i] as number) + (event[i] as number);
  let exits: TimesOfKinds;
  let entries: TimesOfKinds | null = null;
  if (entry === null && weight === null) {
    // Of a row only its kind is wanted, which then travels with its time: nothing is looked up in another order.
    const { order: kinds, sorted } = mergeColumn(time, kind);
    exits = timesOfKinds(sorted, kinds, null, groupCount, width);
  } else {
    const [ends, late = null] = entry === null ? mergeTimes([time]) : mergeTimes([time, entry]);
    const weightOf = (order: Uint32Array) =>
      weight === null ? null : Float64Array.from(order, (i) => weight[i] as number);
    const kindOf = (order: Uint32Array, kinds: ArrayLike<number>) => order.map((i) => kinds[i] as number);
    exits = timesOfKinds(ends.sorted, kindOf(ends.order, kind), weightOf(ends.order), groupCount, width);
    if (late !== null)
      entries = timesOfKinds(late.sorted, kindOf(late.order, group), weightOf(late.order), groupCount, 1);
  }
  return Array.from({ length: groupCount }, (_, g) =>
    exitTable(
      exits.time(g),
      Array.from({ length: width }, (__, code) => exits.weights(g, code)),
      entries?.time(g) ?? NOTHING,
      entries?.weights(g, 0) ?? NOTHING,
      exits.rows(g),
    ),
  );
}

/** The distinct times of each group, and the weight of its rows of each kind at them. */
interface TimesOfKinds {
  time(group: number): Float64Array;
  weights(group: number, code: number): Float64Array;
  rows(group: number): number;
}

/**
 * @param sorted  times in ascending order
 * @param kinds  of the row of each time: `width` times its group plus its code
 * @param weight  of the row of each time; `null` when all are 1
 */
function timesOfKinds(
  sorted: Float64Array,
  kinds: Uint32Array,
  weight: Float64Array | null,
  groupCount: number,
  width: number,
): TimesOfKinds {
  const size = sorted.length;
  const counts = new Int32Array(groupCount * width);
  for (let k = 0; k < size; k++) {
    const cell = kinds[k] as number;
    counts[cell] = (counts[cell] as number) + 1;
  }
  const groupOf = counts.map((_, cell) => Math.floor(cell / width));
  // The groups stand one after the other: first place of each, and the place after its last time.
  const start = new Int32Array(groupCount + 1);
  for (let cell = 0; cell < counts.length; cell++) {
    const next = (groupOf[cell] as number) + 1;
    start[next] = (start[next] as number) + (counts[cell] as number);
  }
  for (let g = 1; g <= groupCount; g++) start[g] = (start[g] as number) + (start[g - 1] as number);
  const end = start.slice();
  const latest = new Float64Array(groupCount).fill(Number.NaN);
  const times = new Float64Array(size);
  const weights = new Float64Array(width * size);
  for (let k = 0; k < size; k++) {
    const cell = kinds[k] as number;
    const g = groupOf[cell] as number;
    const t = sorted[k] as number;
    let at = end[g] as number;
    if (latest[g] === t) {
      at -= 1;
    } else {
      latest[g] = t;
      times[at] = t;
      end[g] = at + 1;
    }
    const place = (cell - width * g) * size + at;
    weights[place] = (weights[place] as number) + (weight === null ? 1 : (weight[k] as number));
  }
  const used = end.reduce((sum, place, g) => sum + place - (start[g] as number), 0);
  // In place when little is unused, a copy when that would keep much memory.
  const part = (values: Float64Array, base: number, g: number) => {
    const [from, to] = [base + (start[g] as number), base + (end[g] as number)];
    return 2 * used >= size ? values.subarray(from, to) : values.slice(from, to);
  };
  return {
    time: (g) => part(times, 0, g),
    weights: (g, code) => part(weights, code * size, g),
    rows: (g) => (start[g + 1] as number) - (start[g] as number),
  };
}

/** Counts who is at risk from the last row back: what leaves later is at risk now, what enters later is not yet. */
function exitTable(
  time: Float64Array,
  leaving: readonly Float64Array[],
  entryTime: Float64Array,
  entered: Float64Array,
  rows: number,
): ExitTable {
  const [censored, ...events] = leaving;
  const atRisk = Float64Array.from(censored as Float64Array);
  for (const weights of events) {
    for (let i = 0; i < atRisk.length; i++) atRisk[i] = (atRisk[i] as number) + (weights[i] as number);
  }
  let left = 0;
  let entering = 0;
  let e = entryTime.length - 1;
  for (let i = time.length - 1; i >= 0; i--) {
    left += atRisk[i] as number;
    while (e >= 0 && (entryTime[e] as number) >= (time[i] as number)) entering += entered[e--] as number;
    atRisk[i] = left - entering;
  }
  return { time, atRisk, leaving, entryTime, entered, n: left, rows };
}
