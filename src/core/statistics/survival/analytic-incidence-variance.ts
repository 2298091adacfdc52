import type { ExitStep } from './exit-table';

/**
 * Variance of cumulative incidences from the counts alone.
 *
 * An own event at s moves F_k(t) by S(s-) + (F(s) - F(t)) S(s-)/S(s), another event by (F(s) - F(t)) S(s-)/S(s). With
 * Aalen's variance the cause's events and the other causes' at s are hypergeometric and independent, with Greenwood's
 * they are multinomial. Both are quadratic in F(t), so three running sums per cause suffice.
 *
 * @see Gray 1988, doi:10.1214/aos/1176350951 (as cmprsk's cuminc) · Allignol et al. 2010 (as etm)
 */
export class AnalyticVariance {
  readonly #kind: 'aalen' | 'greenwood';
  readonly #constant: Float64Array;
  readonly #linear: Float64Array;
  readonly #square: Float64Array;
  #greenwood = 0;

  constructor(causes: number, kind: 'aalen' | 'greenwood') {
    this.#kind = kind;
    this.#constant = new Float64Array(causes);
    this.#linear = new Float64Array(causes);
    this.#square = new Float64Array(causes);
  }

  advance(step: ExitStep, survival: number, incidence: Float64Array, remaining: number): void {
    const n = step.atRisk;
    const causes = incidence.length;
    let d = 0;
    for (let k = 0; k < causes; k++) d += step.leaving[k + 1] as number;
    if (d === 0) return;
    this.#greenwood += d / (n * remaining);
    // S(s-) / S(s); once nobody is left the incidence stays and nothing is lost.
    const ratio = remaining > 0 ? n / remaining : 0;
    for (let k = 0; k < causes; k++) {
      const reach = ratio * (incidence[k] as number);
      if (this.#kind === 'greenwood') {
        const h = d / n;
        const own = (step.leaving[k + 1] as number) / n;
        // Σ h c² - (Σ h c)², c the two movements, written as a polynomial in F(t).
        const square = h - h * h;
        const cross = own * survival * (1 - h);
        this.#add(
          k,
          own * survival * survival * (1 - own) + 2 * cross * reach + square * reach * reach,
          cross * ratio + square * reach * ratio,
          square * ratio * ratio,
          1 / n,
        );
        continue;
      }
      const own = step.leaving[k + 1] as number;
      this.#addEvents(k, own, n, reach + survival, ratio);
      this.#addEvents(k, d - own, n, reach, ratio);
    }
  }

  ofIncidence(k: number, incidence: Float64Array): number {
    const f = incidence[k] as number;
    const sum =
      (this.#constant[k] as number) -
      2 * f * (this.#linear[k] as number) +
      f * f * (this.#square[k] as number);
    return Math.max(sum, 0);
  }

  ofSurvival(survival: number): number {
    return survival === 0 ? 0 : survival * survival * this.#greenwood;
  }

  /** Events of one kind at one time: hypergeometric, and each moves F(t) by start - ratio F(t). */
  #addEvents(k: number, events: number, n: number, start: number, ratio: number): void {
    if (events <= 0) return;
    const ties = events > 1 ? 1 - (events - 1) / (n - 1) : 1;
    this.#add(k, start * start, start * ratio, ratio * ratio, (ties * events) / (n * n));
  }

  #add(k: number, constant: number, linear: number, square: number, by: number): void {
    this.#constant[k] = (this.#constant[k] as number) + constant * by;
    this.#linear[k] = (this.#linear[k] as number) + linear * by;
    this.#square[k] = (this.#square[k] as number) + square * by;
  }
}
