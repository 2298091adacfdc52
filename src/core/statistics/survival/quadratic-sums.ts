/**
 * Σ over clusters of (v · x)² for a vector v per cluster that changes now and then, at any x: the engine of every
 * infinitesimal-jackknife variance here. A change costs O(dimension²), whatever the number of clusters.
 */
export class QuadraticSums {
  readonly #dimension: number;
  readonly #vectors: Float64Array;
  readonly #sums: Float64Array;

  constructor(dimension: number, clusters: number) {
    this.#dimension = dimension;
    this.#vectors = new Float64Array(dimension * clusters);
    this.#sums = new Float64Array(dimension * dimension);
  }

  /** Adds `change` to the vector of a cluster. */
  add(cluster: number, change: Float64Array): void {
    const size = this.#dimension;
    const base = cluster * size;
    for (let i = 0; i < size; i++) {
      const before = this.#vectors[base + i] as number;
      const by = change[i] as number;
      for (let j = 0; j <= i; j++) {
        const other = this.#vectors[base + j] as number;
        const otherBy = change[j] as number;
        const cell = i * size + j;
        this.#sums[cell] = (this.#sums[cell] as number) + before * otherBy + by * other + by * otherBy;
      }
    }
    for (let i = 0; i < size; i++) {
      this.#vectors[base + i] = (this.#vectors[base + i] as number) + (change[i] as number);
    }
  }

  /** The sum at x; rounding never makes it negative. */
  at(x: Float64Array): number {
    const size = this.#dimension;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) {
        sum += 2 * (x[i] as number) * (x[j] as number) * (this.#sums[i * size + j] as number);
      }
      sum += (x[i] as number) ** 2 * (this.#sums[i * size + i] as number);
    }
    return Math.max(sum, 0);
  }
}
