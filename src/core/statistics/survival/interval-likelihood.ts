const MOST_ITERATIONS = 20_000;

/** Masses that maximise Σ w log(mass of first .. last), with the largest gain that is still possible. */
export interface MassFit {
  readonly mass: Float64Array;
  readonly logLikelihood: number;
  readonly gap: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Maximises the likelihood of masses on ordered cells when each row is known to lie in a range of cells. EM steps keep
 * every iterate proper; convex-minorant steps (a weighted isotonic regression of the distribution function, halved
 * until the likelihood rises) bring the end quickly. All steps are linear in rows and cells.
 *
 * The derivative D_j of the log-likelihood with respect to the mass of cell j is at most n at the maximum: the likelihood
 * is within max D - n of it.
 *
 * @see Wellner & Zhan 1997, doi:10.1080/01621459.1997.10474045 · Gentleman & Geyer 1994, doi:10.1093/biomet/81.3.618
 */
export function maximiseMasses(
  first: Int32Array,
  last: Int32Array,
  weight: Float64Array,
  cells: number,
  tolerance: number,
): MassFit {
  const n = weight.reduce((sum, w) => sum + w, 0);
  if (cells === 0) {
    return { mass: new Float64Array(0), logLikelihood: 0, gap: 0, iterations: 0, converged: true };
  }
  const problem = new IntervalProblem(first, last, weight, cells);
  let mass: Float64Array = new Float64Array(cells).fill(1 / cells);
  let iterations = 0;
  let gap = Number.POSITIVE_INFINITY;
  while (iterations < MOST_ITERATIONS) {
    iterations += 1;
    const derivative = problem.derivative(mass);
    gap = derivative.reduce((most, d) => Math.max(most, d), 0) - n;
    if (gap <= tolerance * n) break;
    mass = problem.convexMinorantStep(mass.map((p, j) => (p * (derivative[j] as number)) / n));
  }
  const kept = prune(mass, problem.derivative(mass), n);
  const total = kept.reduce((sum, p) => sum + p, 0);
  mass = kept.map((p) => p / total);
  return {
    mass,
    logLikelihood: problem.logLikelihood(mass),
    gap: Math.max(0, gap),
    iterations,
    converged: gap <= tolerance * n,
  };
}

/** A mass that is tiny and whose derivative is below n is on its way to zero. */
function prune(mass: Float64Array, derivative: Float64Array, n: number): Float64Array {
  return mass.map((p, j) => (p < 1e-9 && (derivative[j] as number) < n * (1 - 1e-6) ? 0 : p < 1e-14 ? 0 : p));
}

class IntervalProblem {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #weight: Float64Array;
  readonly #cells: number;

  constructor(first: Int32Array, last: Int32Array, weight: Float64Array, cells: number) {
    this.#first = first;
    this.#last = last;
    this.#weight = weight;
    this.#cells = cells;
  }

  logLikelihood(mass: Float64Array): number {
    const below = cumulate(mass);
    let sum = 0;
    for (let i = 0; i < this.#weight.length; i++)
      sum += (this.#weight[i] as number) * Math.log(this.#inside(below, i));
    return sum;
  }

  derivative(mass: Float64Array): Float64Array {
    const below = cumulate(mass);
    const change = new Float64Array(this.#cells + 1);
    for (let i = 0; i < this.#weight.length; i++) {
      const share = (this.#weight[i] as number) / this.#inside(below, i);
      const a = this.#first[i] as number;
      const b = (this.#last[i] as number) + 1;
      change[a] = (change[a] as number) + share;
      change[b] = (change[b] as number) - share;
    }
    let running = 0;
    return change.subarray(0, this.#cells).map((by) => {
      running += by;
      return running;
    });
  }

  convexMinorantStep(mass: Float64Array): Float64Array {
    const cells = this.#cells;
    if (cells === 1) return mass;
    const below = cumulate(mass);
    const slope = new Float64Array(cells + 1);
    const curvature = new Float64Array(cells + 1);
    for (let i = 0; i < this.#weight.length; i++) {
      const inside = this.#inside(below, i);
      const w = this.#weight[i] as number;
      const a = this.#first[i] as number;
      const b = (this.#last[i] as number) + 1;
      slope[a] = (slope[a] as number) - w / inside;
      slope[b] = (slope[b] as number) + w / inside;
      curvature[a] = (curvature[a] as number) + w / (inside * inside);
      curvature[b] = (curvature[b] as number) + w / (inside * inside);
    }
    const target = new Float64Array(cells - 1);
    const weights = new Float64Array(cells - 1);
    for (let k = 1; k < cells; k++) {
      weights[k - 1] = Math.max(curvature[k] as number, 1e-12);
      target[k - 1] = (below[k] as number) + (slope[k] as number) / (weights[k - 1] as number);
    }
    const fitted = isotonic(target, weights);
    const before = this.logLikelihood(mass);
    for (let share = 1; share > 1e-4; share /= 2) {
      const trial = new Float64Array(cells);
      let previous = 0;
      for (let k = 1; k <= cells; k++) {
        const goal = k === cells ? 1 : Math.min(1, Math.max(0, fitted[k - 1] as number));
        const value = (below[k] as number) + share * (goal - (below[k] as number));
        trial[k - 1] = Math.max(0, value - previous);
        previous = value;
      }
      if (this.logLikelihood(trial) > before) return trial;
    }
    return mass;
  }

  #inside(below: Float64Array, i: number): number {
    return (below[(this.#last[i] as number) + 1] as number) - (below[this.#first[i] as number] as number);
  }
}

function cumulate(mass: Float64Array): Float64Array {
  const below = new Float64Array(mass.length + 1);
  for (let j = 0; j < mass.length; j++) below[j + 1] = (below[j] as number) + (mass[j] as number);
  return below;
}

/** Weighted isotonic regression by pooling adjacent violators. */
function isotonic(values: Float64Array, weights: Float64Array): Float64Array {
  const level = new Float64Array(values.length);
  const heavy = new Float64Array(values.length);
  const start = new Int32Array(values.length);
  let blocks = 0;
  values.forEach((value, i) => {
    level[blocks] = value;
    heavy[blocks] = weights[i] as number;
    start[blocks] = i;
    blocks += 1;
    while (blocks > 1 && (level[blocks - 2] as number) >= (level[blocks - 1] as number)) {
      const a = heavy[blocks - 2] as number;
      const b = heavy[blocks - 1] as number;
      level[blocks - 2] = (a * (level[blocks - 2] as number) + b * (level[blocks - 1] as number)) / (a + b);
      heavy[blocks - 2] = a + b;
      blocks -= 1;
    }
  });
  const fitted = new Float64Array(values.length);
  for (let b = 0; b < blocks; b++) {
    const end = b + 1 < blocks ? (start[b + 1] as number) : values.length;
    fitted.fill(level[b] as number, start[b] as number, end);
  }
  return fitted;
}
