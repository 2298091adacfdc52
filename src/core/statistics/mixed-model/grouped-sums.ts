/**
 * Sums over all rows and over those of each group: everything the likelihood needs of the rows. Matrices row by row, those
 * of the groups one after the other in one array, which an evaluation then reads from front to back.
 */
export interface GroupedSums {
  readonly groupCount: number;
  readonly n: number;
  readonly p: number;
  readonly q: number;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: number;
  /** Per group ZᵀZ, q x q; ZᵀX, q x p; Zᵀy, q. */
  readonly zz: Float64Array;
  readonly zx: Float64Array;
  readonly zy: Float64Array;
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
  const zz = new Float64Array(groupCount * q * q);
  const zx = new Float64Array(groupCount * q * p);
  const zy = new Float64Array(groupCount * q);
  const xx = new Float64Array(p * p);
  const xy = new Float64Array(p);
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const g = group[i] as number;
    const value = y[i] as number;
    yy += value * value;
    addProducts(xx, 0, x, i * p, p, x, i * p, p);
    addProducts(xy, 0, x, i * p, p, y, i, 1);
    addProducts(zz, g * q * q, z, i * q, q, z, i * q, q);
    addProducts(zx, g * q * p, z, i * q, q, x, i * p, p);
    addProducts(zy, g * q, z, i * q, q, y, i, 1);
  }
  return { groupCount, n, p, q, xx, xy, yy, zz, zx, zy };
}

/** Adds the products of the elements of one row with those of another, from the given places on. */
function addProducts(
  into: Float64Array,
  at: number,
  a: Float64Array,
  fromA: number,
  sizeA: number,
  b: Float64Array,
  fromB: number,
  sizeB: number,
): void {
  let cell = at;
  for (let i = 0; i < sizeA; i++) {
    for (let j = 0; j < sizeB; j++, cell++) {
      into[cell] = (into[cell] as number) + (a[fromA + i] as number) * (b[fromB + j] as number);
    }
  }
}
