import { sortAscending, sortOrder } from './sort-order';

/** Gap below which two times are one: R's `timefix`, the square root of the machine precision. */
const TOLERANCE = 1.4901161193847656e-8;

/** A column of times in ascending order, and its values with rounding differences removed. */
export interface MergedColumn {
  readonly order: Uint32Array;
  readonly values: Float64Array;
}

/**
 * Times sorted, with rounding differences removed.
 *
 * Two neighbouring distinct times become one (the earlier) when their gap is at most 1.49e-8, or at most 1.49e-8 times
 * the mean of the distinct finite absolute times, as `timefix` of R's survival does. The absolute part makes the answer
 * depend on the unit where that is so large that real gaps are below 1.49e-8 of it: no registry's, and R's digits.
 *
 * @param columns  columns of times on one scale (end, and entry), which stay as they are
 * @see survival::aeqSurv
 */
export function mergeTimes(columns: readonly [Float64Array]): readonly [MergedColumn];
export function mergeTimes(
  columns: readonly [Float64Array, Float64Array],
): readonly [MergedColumn, MergedColumn];
export function mergeTimes(columns: readonly Float64Array[]): readonly MergedColumn[] {
  const [only, second] = columns;
  if (only !== undefined && second === undefined) {
    const { order, sorted, merged } = mergedAscending(only);
    if (!merged) return [{ order, values: only }];
    const values = new Float64Array(only.length);
    for (let k = 0; k < order.length; k++) values[order[k] as number] = sorted[k] as number;
    return [{ order, values }];
  }
  const orders = columns.map((column) => sortOrder(column));
  const tolerance = TOLERANCE * Math.max(1, meanOfDistinct(columns, orders));
  const values = columns.map((column) => column.slice());
  mergeNeighbours(values, orders, tolerance);
  return orders.map((order, c) => ({ order, values: values[c] as Float64Array }));
}

/** The ascending order of one column, its values in that order with rounding differences removed, and whether there were any. */
export function mergedAscending(values: Float64Array): {
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
  readonly merged: boolean;
} {
  const { order, sorted } = sortAscending(values);
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
  if (!(smallest <= tolerance)) return { order, sorted, merged: false };
  let kept = Number.NaN;
  previous = Number.NaN;
  for (let k = 0; k < size; k++) {
    const value = sorted[k] as number;
    if (!(value - previous <= tolerance)) kept = value;
    sorted[k] = kept;
    previous = value;
  }
  return { order, sorted, merged: true };
}

function meanOfDistinct(columns: readonly Float64Array[], orders: readonly Uint32Array[]): number {
  let sum = 0;
  let count = 0;
  walk(columns, orders, (value, previous) => {
    if (value !== previous && Math.abs(value) !== Number.POSITIVE_INFINITY) {
      sum += Math.abs(value);
      count += 1;
    }
    return value;
  });
  return count === 0 ? 0 : sum / count;
}

function mergeNeighbours(
  columns: readonly Float64Array[],
  orders: readonly Uint32Array[],
  tolerance: number,
): void {
  let kept = Number.NaN;
  walk(columns, orders, (value, previous) => {
    if (!(value - previous <= tolerance)) kept = value;
    return kept;
  });
}

/** Visits all values in ascending order across the columns; the visitor's answer replaces the value. */
function walk(
  columns: readonly Float64Array[],
  orders: readonly Uint32Array[],
  visit: (value: number, previous: number) => number,
): void {
  const first = columns[0] as Float64Array;
  const firstOrder = orders[0] as Uint32Array;
  const second = columns[1] ?? new Float64Array(0);
  const secondOrder = orders[1] ?? new Uint32Array(0);
  let i = 0;
  let j = 0;
  let previous = Number.NaN;
  while (i < first.length || j < second.length) {
    const a = i < first.length ? (first[firstOrder[i] as number] as number) : Number.POSITIVE_INFINITY;
    const b = j < second.length ? (second[secondOrder[j] as number] as number) : Number.POSITIVE_INFINITY;
    const fromFirst = j >= second.length || (i < first.length && a <= b);
    const value = fromFirst ? a : b;
    const replaced = visit(value, previous);
    if (fromFirst) first[firstOrder[i++] as number] = replaced;
    else second[secondOrder[j++] as number] = replaced;
    previous = value;
  }
}
