/** Half of the cells gone in so many days, as a rate per day. */
export const decline = (halvingDays: number) => -Math.LN2 / halvingDays;
export const growth = (doublingDays: number) => Math.LN2 / doublingDays;

interface Pool {
  size: number;
  /** Growth per day, natural logarithm; negative while a drug works. */
  rate: number;
}

/**
 * True BCR::ABL1 (per cent, International Scale) as the sum of four pools of cells, each exponential between
 * changes of treatment: fast (mature cells), slow (progenitors), resistant, and regrowth after a stop.
 * The fast and the slow pool give the biphasic decline under a tyrosine kinase inhibitor (Michor 2005,
 * doi:10.1038/nature03669).
 */
export class Leukaemia {
  readonly fast: Pool;
  readonly slow: Pool;
  readonly resistant: Pool = { size: 0, rate: 0 };
  readonly regrowth: Pool = { size: 0, rate: 0 };
  #day = 0;

  constructor(baseline: number) {
    this.fast = { size: baseline, rate: 0 };
    this.slow = { size: 0, rate: 0 };
  }

  /** Level on a day not before the last change; no assay reports far above 100 %. */
  level(day: number): number {
    const days = day - this.#day;
    const sum =
      this.fast.size * Math.exp(this.fast.rate * days) +
      this.slow.size * Math.exp(this.slow.rate * days) +
      (this.resistant.size === 0 ? 0 : this.resistant.size * Math.exp(this.resistant.rate * days)) +
      (this.regrowth.size === 0 ? 0 : this.regrowth.size * Math.exp(this.regrowth.rate * days));
    return Math.min(sum, 120);
  }

  /** Moves the pools to `day`, where their rates may then be changed. */
  advance(day: number): void {
    const days = day - this.#day;
    for (const pool of [this.fast, this.slow, this.resistant, this.regrowth]) {
      pool.size = Math.min(120, pool.size * Math.exp(pool.rate * days));
    }
    this.#day = day;
  }
}
