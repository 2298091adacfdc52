import { sortAscending } from './sort-order';

/** Gap below which two times are one: R's `timefix`, the square root of the machine precision. */
const TOLERANCE = 1.4901161193847656e-8;

/** A column of times in ascending order, rounding differences removed, and the position (or label) of each. */
export interface MergedColumn {
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
}

/** The merged times in the order of the column. */
export function inGivenOrder({ order, sorted }: MergedColumn): Float64Array {
  const values = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) values[order[k] as number] = sorted[k] as number;
  return values;
}

/**
 * Times sorted, with rounding differences removed.
 *
 * Two neighbouring distinct times become one (the earlier) when their gap is at most 1.49e-8, or at most 1.49e-8 times
 * the mean of the distinct finite absolute times, as `timefix` of R's survival does. The absolute part makes the answer
 * depend on the unit where that is so large that real gaps are below 1.49e-8 of it: no registry's, and R's digits.
 *
 * Where that would make an entry and its end one time R refuses and asks for `timefix = FALSE`; here nothing is merged.
 *
 * @param columns  columns of times on one scale (end, and entry), which stay as they are
 * @see survival::aeqSurv
 */
export function mergeTimes(columns: readonly [Float64Array]): readonly [MergedColumn];
export function mergeTimes(
  columns: readonly [Float64Array, Float64Array],
): readonly [MergedColumn, MergedColumn];
export function mergeTimes([ends, entries]: readonly Float64Array[]): readonly MergedColumn[] {
  const first = ends as Float64Array;
  if (entries === undefined) return [mergeColumn(first)];
  const both = new Float64Array(first.length + entries.length);
  both.set(first);
  both.set(entries, first.length);
  const parts = (all: MergedColumn) =>
    [part(all, 0, first.length), part(all, first.length, both.length)] as const;
  const merged = parts(mergeColumn(both));
  return emptiesSomeInterval(...merged) ? parts(sortAscending(both)) : merged;
}

/**
 * The same of one column.
 *
 * @param labels  a number of each time to be carried along in the place of its position
 */
export function mergeColumn(values: Float64Array, labels?: Uint32Array): MergedColumn {
  const { order, sorted } = sortAscending(values, labels);
  const size = order.length;
  let sum = 0;
  let count = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let previous = Number.NaN;
  for (let k = 0; k < size; k++) {
    const value = sorted[k] as number;
    if (value === previous) continue;
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) {
      sum += Math.abs(value);
      count += 1;
    }
    const gap = value - previous;
    if (gap < smallest) smallest = gap;
    previous = value;
  }
  const tolerance = TOLERANCE * Math.max(1, count === 0 ? 0 : sum / count);
  if (!(smallest <= tolerance)) return { order, sorted };
  let kept = Number.NaN;
  previous = Number.NaN;
  for (let k = 0; k < size; k++) {
    const value = sorted[k] as number;
    if (!(value - previous <= tolerance)) kept = value;
    sorted[k] = kept;
    previous = value;
  }
  return { order, sorted };
}

function emptiesSomeInterval({ order, sorted }: MergedColumn, entries: MergedColumn): boolean {
  const entry = inGivenOrder(entries);
  return sorted.some((end, k) => !((entry[order[k] as number] as number) < end));
}

/** Those of several columns' values that stand at the positions from .. to - 1. */
function part({ order, sorted }: MergedColumn, from: number, to: number): MergedColumn {
  const own = { order: new Uint32Array(to - from), sorted: new Float64Array(to - from) };
  let at = 0;
  for (let k = 0; k < order.length; k++) {
    const position = order[k] as number;
    if (position < from || position >= to) continue;
    own.order[at] = position - from;
    own.sorted[at] = sorted[k] as number;
    at += 1;
  }
  return own;
}
