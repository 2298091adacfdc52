import { cholesky, choleskySolve } from '@core/statistics/linear-algebra/cholesky';

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
}

/** From every start the valley is found coarsely; only the best one is followed to its bottom. */
const COARSE = 1e-6;
const FINE = 1e-10;

type Objective = (x: Float64Array) => number;

/** Central differences of fourth order: exact for cubics, rounding noise over the step. */
export function gradientOf(f: Objective, x: Float64Array, step: number): Float64Array {
  return x.map((_, i) => {
    const at = (offset: number): number => {
      const moved = x.slice();
      moved[i] = (moved[i] ?? 0) + offset * step;
      return f(moved);
    };
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
  });
}

/** Second derivatives as differences of the gradient, made symmetric. */
export function hessianOf(f: Objective, x: Float64Array, step: number): Float64Array {
  const k = x.length;
  const rows = Array.from(x, (_, i) => {
    const at = (offset: number): Float64Array => {
      const moved = x.slice();
      moved[i] = (moved[i] ?? 0) + offset * step;
      return gradientOf(f, moved, step);
    };
    const [a, b, c, d] = [at(1), at(-1), at(2), at(-2)];
    return a.map((value, j) => (8 * (value - (b[j] ?? 0)) - ((c[j] ?? 0) - (d[j] ?? 0))) / (12 * step));
  });
  const hessian = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) hessian[i * k + j] = ((rows[i]?.[j] ?? 0) + (rows[j]?.[i] ?? 0)) / 2;
  }
  return hessian;
}

/**
 * Minimises a smooth function of few variables: Nelder-Mead from each start and again from the best end, then Newton steps with numerical
 * derivatives, which bring the gradient down to rounding.
 *
 * @param progress  called once per step with the steps so far; answering `false` ends the search as not converged
 * @see Nelder & Mead 1965, doi:10.1093/comjnl/7.4.308
 */
export function minimise(
  f: Objective,
  starts: readonly Float64Array[],
  progress: (step: number) => boolean = () => true,
): Minimum {
  let steps = 0;
  let stopped = false;
  const goesOn = (): boolean => {
    stopped ||= !progress(++steps);
    return !stopped;
  };
  let best: Minimum | null = null;
  for (const start of starts) {
    const found = nelderMead(f, start, goesOn, COARSE);
    if (best === null || found.value < best.value) best = found;
  }
  if (best === null) throw new RangeError('minimise: a start is needed');
  const fine = nelderMead(f, best.at, goesOn, FINE);
  return stopped ? { ...fine, converged: false } : polish(f, fine, goesOn);
}

function polish(f: Objective, from: Minimum, goesOn: () => boolean): Minimum {
  const step = 2e-3;
  let { at, value } = from;
  let converged = from.converged;
  for (let round = 0; round < 12; round++) {
    if (!goesOn()) return { at, value, converged: false };
    const gradient = gradientOf(f, at, step);
    const curvature = cholesky(hessianOf(f, at, step), at.length, 1e-8);
    const move = choleskySolve(curvature, gradient);
    const next = at.map((x, i) => x - (move[i] ?? 0));
    const nextValue = f(next);
    // At the bottom values differ by rounding only; the gradient still tells the way.
    if (!(nextValue <= value + 1e-10 * (1 + Math.abs(value)))) break;
    at = next;
    value = nextValue;
    if (move.every((x) => Math.abs(x) < 1e-9)) {
      converged = true;
      break;
    }
  }
  return { at, value, converged };
}

function nelderMead(f: Objective, start: Float64Array, goesOn: () => boolean, tolerance: number): Minimum {
  const k = start.length;
  const vertex = (x: Float64Array) => ({ x, value: f(x) });
  let simplex = [
    vertex(start),
    ...Array.from(start, (_, i) => vertex(start.map((x, j) => (i === j ? x + 0.5 : x)))),
  ];
  const along = (from: Float64Array, to: Float64Array, t: number) =>
    from.map((x, i) => x + t * ((to[i] ?? 0) - x));
  let converged = false;
  for (let step = 0; step < 1500 && goesOn(); step++) {
    simplex.sort((a, b) => a.value - b.value);
    const [first, worst, second] = [simplex[0], simplex[k], simplex[k - 1]];
    if (!first || !worst || !second) break;
    const width = Math.max(...worst.x.map((x, i) => Math.abs(x - (first.x[i] ?? 0))));
    if (
      worst.value - first.value <= tolerance * (1 + Math.abs(first.value)) &&
      width < Math.sqrt(tolerance)
    ) {
      converged = true;
      break;
    }
    const centre = start.map((_, i) => simplex.slice(0, k).reduce((sum, v) => sum + (v.x[i] ?? 0) / k, 0));
    const reflected = vertex(along(worst.x, centre, 2));
    let replacement = reflected;
    if (reflected.value < first.value) {
      const expanded = vertex(along(worst.x, centre, 3));
      if (expanded.value < reflected.value) replacement = expanded;
    } else if (reflected.value >= second.value) {
      replacement = vertex(along(worst.x, centre, reflected.value < worst.value ? 1.5 : 0.5));
      if (replacement.value >= Math.min(reflected.value, worst.value)) {
        simplex = simplex.map((v) => (v === first ? v : vertex(along(first.x, v.x, 0.5))));
        continue;
      }
    }
    simplex[k] = replacement;
  }
  simplex.sort((a, b) => a.value - b.value);
  const [first] = simplex;
  return { at: first?.x ?? start, value: first?.value ?? Number.POSITIVE_INFINITY, converged };
}
