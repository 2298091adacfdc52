import type { ExitStep } from './exit-table';

/**
 * Infinitesimal-jackknife variance of cumulative incidences when everybody is there from the start and a weight counts
 * independent subjects: those who leave at one time for one cause then have the same influence, and their number is
 * enough. Constant time per step and cause.
 *
 * With h the hazards, A = Σ h / (n - d) and P_k = Σ S(t-) h_k (A(t-) - 1/n), a subject changes F_k(t) by P_k while at
 * risk, and by a constant plus a slope (A(x) - event/(n - d)) times F_k(t) after leaving at x.
 *
 * @see survival vignette "methods", infinitesimal jackknife · Efron 1981, doi:10.1080/01621459.1981.10477650
 */
export class IncidenceJackknife {
  readonly #causes: number;
  /** Over those who have left: Σ of the squared constant, of constant times slope, and of the squared slope. */
  readonly #constants: Float64Array;
  readonly #products: Float64Array;
  #slopes = 0;
  readonly #p: Float64Array;
  #a = 0;
  /** Weight still at risk. */
  #inside: number;

  constructor(n: number, causes: number) {
    this.#inside = n;
    this.#causes = causes;
    this.#constants = new Float64Array(causes);
    this.#products = new Float64Array(causes);
    this.#p = new Float64Array(causes);
  }

  /** Moves to the next time. `incidence` is that after it, `survival` that before it. */
  advance(
    { atRisk: n, leaving }: ExitStep,
    survival: number,
    incidence: Float64Array,
    remaining: number,
  ): void {
    const causes = this.#causes;
    const a = this.#a;
    let d = 0;
    for (let k = 0; k < causes; k++) {
      const own = leaving[k + 1] as number;
      d += own;
      this.#p[k] = (this.#p[k] as number) + ((survival * own) / n) * (a - 1 / n);
    }
    if (remaining > 0) this.#a = a + d / n / remaining;
    const share = survival / n;
    for (let code = 0; code <= causes; code++) {
      const w = leaving[code] as number;
      if (w === 0) continue;
      const slope = remaining > 0 ? this.#a - (code > 0 ? 1 / remaining : 0) : 0;
      this.#inside -= w;
      this.#slopes += w * slope * slope;
      for (let k = 0; k < causes; k++) {
        const influence = (this.#p[k] as number) + (code === k + 1 ? share : 0);
        const constant = influence - slope * (incidence[k] as number);
        this.#constants[k] = (this.#constants[k] as number) + w * constant * constant;
        this.#products[k] = (this.#products[k] as number) + w * constant * slope;
      }
    }
  }

  ofIncidence(k: number, incidence: Float64Array): number {
    const f = incidence[k] as number;
    const p = this.#p[k] as number;
    const left =
      (this.#constants[k] as number) + 2 * f * (this.#products[k] as number) + f * f * this.#slopes;
    return Math.max(0, left + p * p * this.#inside);
  }

  ofSurvival(survival: number): number {
    return survival * survival * (this.#slopes + this.#a * this.#a * this.#inside);
  }
}
