/** The m·n differences x - y of two samples, found by rank without listing them when they are many. */
export interface PairwiseDifferences {
  readonly size: number;
  /** The difference of the given rank, 1 … size. */
  at(rank: number): number;
}

const LARGEST_LIST = 2_000_000;

/**
 * Ordered differences of two samples without missing values.
 *
 * Up to two million differences are listed and sorted; beyond, bisection with counting in O(m + n) per step narrows
 * them to a few, which are listed.
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
  /** Differences x - y at most the value: for rising x the matching y rise too. */
  const count = (value: number): number => {
    let total = 0;
    let from = 0;
    for (let i = 0; i < x.length; i++) {
      const a = x[i] as number;
      while (from < y.length && a - (y[from] as number) > value) from++;
      total += y.length - from;
    }
    return total;
  };
  if (size <= LARGEST_LIST) {
    const all = new Float64Array(size);
    let k = 0;
    for (const a of x) for (const b of y) all[k++] = a - b;
    all.sort();
    return { size, at: (rank) => all[rank - 1] ?? Number.NaN };
  }
  return {
    size,
    at: (rank) => {
      let low = (x[0] ?? 0) - (y[y.length - 1] ?? 0);
      let high = (x[x.length - 1] ?? 0) - (y[0] ?? 0);
      let below = count(low);
      if (below >= rank) return low;
      let upTo = size;
      while (upTo - below > x.length + y.length) {
        const middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        const here = count(middle);
        if (here >= rank) [high, upTo] = [middle, here];
        else [low, below] = [middle, here];
      }
      // Either few differences are left, or all that are left are equal to within the spacing of doubles.
      return differencesWithin(x, y, low, high, x.length + y.length).at(rank - below - 1) ?? high;
    },
  };
}

/** The differences in (low, high], ascending; the first `most` that are met. */
function differencesWithin(
  x: Float64Array,
  y: Float64Array,
  low: number,
  high: number,
  most: number,
): Float64Array {
  const found: number[] = [];
  let from = 0;
  for (let i = 0; i < x.length && found.length < most; i++) {
    const a = x[i] as number;
    while (from < y.length && a - (y[from] as number) > high) from++;
    for (let k = from; k < y.length && a - (y[k] as number) > low && found.length < most; k++) {
      found.push(a - (y[k] as number));
    }
  }
  return Float64Array.from(found).sort();
}
