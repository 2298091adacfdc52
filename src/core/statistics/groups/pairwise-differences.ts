/** The m·n differences x - y of two samples, found by rank without listing them when they are many. */
export interface PairwiseDifferences {
  readonly size: number;
  /** The difference of the given rank, 1 … size. */
  at(rank: number): number;
  /** How many differences are below, and how many are at most, the given value. */
  countBelow(value: number): number;
  countAtMost(value: number): number;
}

const LARGEST_LIST = 2_000_000;

/**
 * Ordered differences of two samples without missing values.
 *
 * Up to two million differences are listed and sorted; beyond, a rank is found by bisection with counting in
 * O(m + n) per step, and is then a difference to within the spacing of doubles.
 *
 * @see Hodges & Lehmann 1963, doi:10.1214/aoms/1177704172
 */
export function pairwiseDifferences(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): PairwiseDifferences {
  const x = Float64Array.from(first).sort();
  const y = Float64Array.from(second).sort();
  const size = x.length * y.length;
  /** Differences with x - y below (or at most) the value: for rising x the matching y rise too. */
  const count = (value: number, inclusive: boolean): number => {
    let total = 0;
    let from = 0;
    for (const a of x) {
      while (from < y.length) {
        const difference = a - (y[from] ?? 0);
        if (inclusive ? difference <= value : difference < value) break;
        from++;
      }
      total += y.length - from;
    }
    return total;
  };
  const shared = {
    size,
    countBelow: (value: number) => count(value, false),
    countAtMost: (value: number) => count(value, true),
  };
  if (size <= LARGEST_LIST) {
    const all = new Float64Array(size);
    let k = 0;
    for (const a of x) for (const b of y) all[k++] = a - b;
    all.sort();
    return { ...shared, at: (rank) => all[rank - 1] ?? Number.NaN };
  }
  return {
    ...shared,
    at: (rank) => {
      let low = (x[0] ?? 0) - (y[y.length - 1] ?? 0);
      let high = (x[x.length - 1] ?? 0) - (y[0] ?? 0);
      if (count(low, true) >= rank) return low;
      const resolution = Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
      while (high - low > resolution) {
        const middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        if (count(middle, true) >= rank) high = middle;
        else low = middle;
      }
      return nearestDifference(x, y, high);
    },
  };
}

/** The difference of the samples that is nearest to a value. */
function nearestDifference(x: Float64Array, y: Float64Array, value: number): number {
  let best = Number.POSITIVE_INFINITY;
  let from = 0;
  for (const a of x) {
    while (from < y.length - 1 && a - (y[from] ?? 0) > value) from++;
    for (const k of [from - 1, from]) {
      const difference = a - (y[k] ?? Number.NaN);
      if (Math.abs(difference - value) < Math.abs(best - value)) best = difference;
    }
  }
  return best;
}
