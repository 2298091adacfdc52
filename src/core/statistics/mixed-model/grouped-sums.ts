/** Sums of one group: everything the likelihood needs of its rows. Matrices row by row. */
export interface GroupSums {
  readonly n: number;
  /** ZᵀZ, q x q. */
  readonly zz: Float64Array;
  /** ZᵀX, q x p. */
  readonly zx: Float64Array;
  /** Zᵀy, q. */
  readonly zy: Float64Array;
}

export interface GroupedSums {
  readonly groups: readonly GroupSums[];
  readonly n: number;
  readonly p: number;
  readonly q: number;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: number;
}

/**
 * Reduces the rows to sums per group, so that one evaluation of the likelihood costs groups, not rows.
 *
 * @param x  n x p, row by row
 * @param z  n x q, row by row
 * @param group  group per row, 0 … groupCount - 1
 */
export function groupedSums(
  x: Float64Array,
  z: Float64Array,
  y: Float64Array,
  group: ArrayLike<number>,
  groupCount: number,
): GroupedSums {
  const n = y.length;
  const p = x.length / n;
  const q = z.length / n;
  const counts = new Float64Array(groupCount);
  const zz = Array.from({ length: groupCount }, () => new Float64Array(q * q));
  const zx = Array.from({ length: groupCount }, () => new Float64Array(q * p));
  const zy = Array.from({ length: groupCount }, () => new Float64Array(q));
  const xx = new Float64Array(p * p);
  const xy = new Float64Array(p);
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const g = group[i] ?? 0;
    const value = y[i] ?? 0;
    const xi = x.subarray(i * p, (i + 1) * p);
    const zi = z.subarray(i * q, (i + 1) * q);
    counts[g] = (counts[g] ?? 0) + 1;
    yy += value * value;
    addOuter(xx, xi, xi);
    addOuter(xy, xi, [value]);
    addOuter(zz[g], zi, zi);
    addOuter(zx[g], zi, xi);
    addOuter(zy[g], zi, [value]);
  }
  const groups = Array.from(counts, (count, g) => ({
    n: count,
    zz: zz[g] ?? new Float64Array(q * q),
    zx: zx[g] ?? new Float64Array(q * p),
    zy: zy[g] ?? new Float64Array(q),
  }));
  return { groups, n, p, q, xx, xy, yy };
}

function addOuter(into: Float64Array | undefined, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (into === undefined) return;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const at = i * b.length + j;
      into[at] = (into[at] ?? 0) + (a[i] ?? 0) * (b[j] ?? 0);
    }
  }
}
