/** Σ w log x: neighbours of one weight share one logarithm, that of their product, while it is in range. */
export class WeightedLogarithms {
  #sum = 0;
  #weight = 0;
  #product = 1;

  add(x: number, weight: number): void {
    const product = this.#product * x;
    if (weight === this.#weight && product > 1e-250 && product < 1e250) {
      this.#product = product;
      return;
    }
    this.#sum += this.#weight * Math.log(this.#product);
    this.#weight = weight;
    this.#product = x;
  }

  total(): number {
    return this.#sum + this.#weight * Math.log(this.#product);
  }
}
