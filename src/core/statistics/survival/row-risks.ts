import type { CoxData } from './cox-data';

const BLOCK = 512;

/**
 * Weight times exp(linear predictor) of each row, computed block by block from the last row back, when a row is asked
 * for: who sums the rows from the last one back then fetches each once from memory, not twice.
 */
export class RowRisks {
  /** Right from the row on that was reached; what stands before is left from other coefficients. */
  readonly values: Float64Array;
  readonly #data: CoxData;
  #beta: Float64Array;
  #from: number;

  constructor(data: CoxData, beta: Float64Array = new Float64Array(data.covariates.size)) {
    this.#data = data;
    this.#beta = beta;
    this.#from = data.rows;
    this.values = new Float64Array(data.rows);
  }

  /** Takes other standardised coefficients. */
  restart(beta: Float64Array): void {
    this.#beta = beta;
    this.#from = this.#data.rows;
  }

  /** Makes the values from a row on right. */
  reach(row: number): void {
    while (this.#from > row) {
      const from = Math.max(0, this.#from - BLOCK);
      this.#write(from, this.#from);
      this.#from = from;
    }
  }

  #write(from: number, to: number): void {
    const beta = this.#beta;
    const p = beta.length;
    const { x, weight } = this.#data;
    if (beta.every((value) => value === 0)) {
      this.values.set(weight.subarray(from, to), from);
      return;
    }
    for (let i = from, at = from * p; i < to; i++) {
      let eta = 0;
      for (let j = 0; j < p; j++, at++) eta += (beta[j] as number) * (x[at] as number);
      this.values[i] = (weight[i] as number) * Math.exp(eta);
    }
  }
}
