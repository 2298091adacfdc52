/**
 * Weight that a weighted log-rank test gives to an event time.
 *
 * - `log-rank`: 1.
 * - `fleming-harrington`: S(t-)^rho (1 - S(t-))^gamma with the pooled Kaplan-Meier curve just before the time.
 * - `gehan-breslow`: number at risk. `tarone-ware`: its square root.
 * - `peto-peto`: Π (1 - d / (n + 1)) up to and including the time; `modified-peto`: that times n / (n + 1).
 */
export type Weighting =
  | { readonly family: 'log-rank' }
  | { readonly family: 'fleming-harrington'; readonly rho: number; readonly gamma: number }
  | { readonly family: 'gehan-breslow' }
  | { readonly family: 'tarone-ware' }
  | { readonly family: 'peto-peto' }
  | { readonly family: 'modified-peto' };

/**
 * Weights of consecutive event times of one stratum.
 *
 * @see Fleming & Harrington 1991, section 7.1 · Klein & Moeschberger 2003, section 7.3
 */
export class EventWeights {
  readonly #weighting: Weighting;
  #survival = 1;
  #peto = 1;

  constructor(weighting: Weighting) {
    this.#weighting = weighting;
  }

  next(events: number, atRisk: number): number {
    const weighting = this.#weighting;
    if (weighting.family === 'log-rank') return 1;
    const before = this.#survival;
    this.#survival *= 1 - events / atRisk;
    this.#peto *= 1 - events / (atRisk + 1);
    switch (weighting.family) {
      case 'fleming-harrington':
        return before ** weighting.rho * (1 - before) ** weighting.gamma;
      case 'gehan-breslow':
        return atRisk;
      case 'tarone-ware':
        return Math.sqrt(atRisk);
      case 'peto-peto':
        return this.#peto;
      case 'modified-peto':
        return (this.#peto * atRisk) / (atRisk + 1);
    }
  }
}

/** The name a reader finds in a textbook. */
export function weightingName(weighting: Weighting): string {
  if (weighting.family !== 'fleming-harrington') return weighting.family;
  return `fleming-harrington(${weighting.rho}, ${weighting.gamma})`;
}
