/**
 * Σ over clusters of (a x + b y + c z)² for a triple (a, b, c) per cluster that changes now and then, at any x, y, z:
 * the engine of every infinitesimal-jackknife variance here. A change takes constant time, however many the clusters.
 */
export class QuadraticSums {
  readonly #triples: Float64Array;
  /** Σ a², ab, ac, b², bc, c². */
  readonly #sums = new Float64Array(6);

  constructor(clusters: number) {
    this.#triples = new Float64Array(3 * clusters);
  }

  /** The same as adding (0, 0, c) to a triple that is still zero. */
  open(cluster: number, c: number): void {
    this.#triples[3 * cluster + 2] = c;
    this.#sums[5] = (this.#sums[5] as number) + c * c;
  }

  /** Adds to the triple of a cluster. */
  add(cluster: number, a: number, b: number, c: number): void {
    const triples = this.#triples;
    const sums = this.#sums;
    const base = 3 * cluster;
    const a0 = triples[base] as number;
    const b0 = triples[base + 1] as number;
    const c0 = triples[base + 2] as number;
    sums[0] = (sums[0] as number) + a * (2 * a0 + a);
    sums[1] = (sums[1] as number) + a0 * b + a * b0 + a * b;
    sums[2] = (sums[2] as number) + a0 * c + a * c0 + a * c;
    sums[3] = (sums[3] as number) + b * (2 * b0 + b);
    sums[4] = (sums[4] as number) + b0 * c + b * c0 + b * c;
    sums[5] = (sums[5] as number) + c * (2 * c0 + c);
    triples[base] = a0 + a;
    triples[base + 1] = b0 + b;
    triples[base + 2] = c0 + c;
  }

  /** The sum at x, y, z; rounding never makes it negative. */
  at(x: number, y: number, z: number): number {
    const sums = this.#sums;
    const squares = x * x * (sums[0] as number) + y * y * (sums[3] as number) + z * z * (sums[5] as number);
    const products = x * y * (sums[1] as number) + x * z * (sums[2] as number) + y * z * (sums[4] as number);
    return Math.max(0, squares + 2 * products);
  }
}
