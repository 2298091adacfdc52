/** Sums over ranks that change one at a time: adding and a prefix sum each take log n steps. */
export class FenwickTree {
  readonly #sums: Float64Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
  }

  add(rank: number, by: number): void {
    for (let i = rank + 1; i < this.#sums.length; i += i & -i) this.#sums[i] = (this.#sums[i] as number) + by;
  }

  /** Sum over the ranks below `rank`. */
  below(rank: number): number {
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += this.#sums[i] as number;
    return sum;
  }
}
