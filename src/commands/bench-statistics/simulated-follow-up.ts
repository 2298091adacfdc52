/** Follow-up of simulated subjects in random order: the same columns go to this project and to R. */
export interface SimulatedFollowUp {
  readonly n: number;
  /** Ends of follow-up in days, exact and rounded up to whole days. */
  readonly continuous: Float64Array;
  readonly days: Float64Array;
  /** 0 censored, 1 and 2 the competing causes. */
  readonly cause: Uint8Array;
  /** 1 for either cause. */
  readonly event: Uint8Array;
  readonly group: Int32Array;
  readonly covariates: readonly Float64Array[];
}

/** Exponential times whose hazard depends on five uniform covariates, uniform censoring, two groups, seeded. */
export function simulatedFollowUp(n: number, seed: number): SimulatedFollowUp {
  const uniform = uniformNumbers(seed);
  const column = () => new Float64Array(n);
  const [continuous, days] = [column(), column()];
  const [cause, event, group] = [new Uint8Array(n), new Uint8Array(n), new Int32Array(n)];
  const covariates = Array.from({ length: 5 }, column);
  for (let i = 0; i < n; i++) {
    let predictor = 0;
    for (const covariate of covariates) {
      const value = uniform() * 2 - 1;
      covariate[i] = value;
      predictor += 0.3 * value;
    }
    const end = -Math.log(uniform()) * 1000 * Math.exp(-predictor);
    const censoring = uniform() * 4000;
    const time = Math.min(end, censoring);
    continuous[i] = time;
    days[i] = Math.ceil(time);
    event[i] = end < censoring ? 1 : 0;
    cause[i] = end >= censoring ? 0 : uniform() < 0.6 ? 1 : 2;
    group[i] = uniform() < 0.5 ? 0 : 1;
  }
  return { n, continuous, days, cause, event, group, covariates };
}

/** Uniform numbers in (0, 1): mulberry32, whose low bits are as random as its high ones. */
function uniformNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}
