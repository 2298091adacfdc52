/**
 * Follow-up of subjects, one element per row, rows in any order.
 *
 * - `time`: end of follow-up, in any one unit; may be infinite.
 * - `event`: 1 when the event ended the follow-up, 0 when it was censored.
 * - `entry`: start of observation (left truncation); the subject is at risk on (entry, time].
 * - `weight`: number of subjects the row stands for (case weight), ≥ 0. A table of counts per day, one row
 *   per day and event code, gives exactly the answer of its subjects written out one by one.
 *
 * A row with a missing value (`NaN`), or whose entry is not before its time, is left out and counted in the
 * result's `excluded`. A row of weight zero is as if absent.
 */
export interface SurvivalInput {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
  readonly entry?: ArrayLike<number> | undefined;
  readonly weight?: ArrayLike<number> | undefined;
}

/** Which group (0 .. count - 1) each row belongs to. A row with a missing group (`NaN` or -1) is left out. */
export interface Grouping {
  readonly index: ArrayLike<number>;
  readonly count: number;
}

/** The rows of an input that can be used, in their given order, as typed arrays: the caller's own where all are used. */
export interface SurvivalRows {
  readonly size: number;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly entry: Float64Array | null;
  readonly weight: Float64Array | null;
  readonly group: Int32Array;
  readonly groupCount: number;
  /** Position of each kept row in the input; `null` when every row was kept. */
  readonly position: Int32Array | null;
  readonly excluded: number;
}

function checkLength(name: string, values: ArrayLike<number> | undefined, size: number): void {
  if (values !== undefined && values.length !== size) {
    throw new RangeError(`${name} has ${values.length} elements, time has ${size}`);
  }
}

/**
 * Reads an input into typed arrays and leaves out the rows that cannot be used.
 *
 * @param groupings  the product of these groupings (last one fastest) becomes the group of a row
 * @param codes  the largest event code allowed: 1, or the number of competing causes
 * @throws RangeError if lengths differ, an event code is none of 0 .. codes, a weight is negative or infinite, or a
 *   group lies outside its count; the message names the column, never a value
 */
export function readSurvivalRows(
  input: SurvivalInput,
  groupings: readonly Grouping[] = [],
  codes = 1,
): SurvivalRows {
  const size = input.time.length;
  checkLength('event', input.event, size);
  checkLength('entry', input.entry, size);
  checkLength('weight', input.weight, size);
  for (const grouping of groupings) checkLength('group', grouping.index, size);
  let time = doubles(input.time);
  const event = input.event instanceof Uint8Array ? input.event : new Float64Array(input.event);
  let entry = input.entry === undefined ? null : doubles(input.entry);
  let weight = input.weight === undefined ? null : doubles(input.weight);
  let group = combinedGroups(groupings, size);
  const groupCount = groupings.reduce((product, { count }) => product * count, 1);
  const kinds = new Uint8Array(size);
  let kept = 0;
  let position: Int32Array | null = null;
  let excluded = 0;
  for (let i = 0; i < size; i++) {
    const t = time[i] as number;
    const e = event[i] as number;
    const start = entry === null ? Number.NEGATIVE_INFINITY : (entry[i] as number);
    const w = weight === null ? 1 : (weight[i] as number);
    if (!(e >= 0 && e <= codes && Math.floor(e) === e) && !Number.isNaN(e)) {
      throw new RangeError(
        codes === 1 ? 'event must be 0, 1 or missing' : `cause must be 0 .. ${codes} or missing`,
      );
    }
    if (w < 0 || w === Number.POSITIVE_INFINITY) throw new RangeError('weight must be finite and >= 0');
    const usable = start < t && !Number.isNaN(e) && w > 0 && (group[i] as number) >= 0;
    if (!usable) {
      if (position === null) {
        position = Int32Array.from({ length: size }, (_, row) => row);
        time = time.slice();
        group = group.slice();
        if (entry !== null) entry = entry.slice();
        if (weight !== null) weight = weight.slice();
      }
      if (w !== 0) excluded += 1;
      continue;
    }
    kinds[kept] = e;
    if (position !== null) {
      position[kept] = i;
      time[kept] = t;
      group[kept] = group[i] as number;
      if (entry !== null) entry[kept] = start;
      if (weight !== null) weight[kept] = w;
    }
    kept += 1;
  }
  return {
    size: kept,
    time: time.subarray(0, kept),
    event: kinds.subarray(0, kept),
    entry: entry === null ? null : entry.subarray(0, kept),
    weight: weight === null ? null : weight.subarray(0, kept),
    group: group.subarray(0, kept),
    groupCount,
    position: position === null ? null : position.subarray(0, kept),
    excluded,
  };
}

function doubles(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}

function combinedGroups(groupings: readonly Grouping[], size: number): Int32Array {
  const [only, more] = groupings;
  if (more === undefined && only?.index instanceof Int32Array) {
    checkGroups(only.index, only.count);
    return only.index;
  }
  const group = new Int32Array(size);
  for (const { index, count } of groupings) {
    const exact = index instanceof Int32Array ? index : new Float64Array(index);
    checkGroups(exact, count);
    for (let i = 0; i < size; i++) {
      const g = exact[i] as number;
      const before = group[i] as number;
      group[i] = before < 0 || !(g >= 0) ? -1 : before * count + g;
    }
  }
  return group;
}

function checkGroups(index: Float64Array | Int32Array, count: number): void {
  for (let i = 0; i < index.length; i++) {
    const g = index[i] as number;
    if (Number.isNaN(g) || g === -1) continue;
    if (g !== Math.floor(g) || g < 0 || g >= count)
      throw new RangeError(`group index out of 0 .. ${count - 1}`);
  }
}
