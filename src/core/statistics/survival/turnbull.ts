import { innermostIntervals } from './innermost-intervals';
import { maximiseMasses } from './interval-likelihood';

/**
 * Interval-censored event times: the event lies in (lower, upper].
 *
 * `lower` = `upper` is an exact time; `upper` infinite is censored at `lower`; `lower` 0 (or minus infinity) is an event
 * before `upper`. `weight` is the number of subjects of the row. A row with a missing value, or with lower above
 * upper, is left out and counted.
 */
export interface IntervalCensoredInput {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly weight?: ArrayLike<number> | undefined;
}

/** Non-parametric maximum likelihood estimate from interval-censored data. */
export interface TurnbullFit {
  readonly method: string;
  /**
   * The innermost intervals (lower, upper] that carry probability, ascending: how it spreads inside one the data cannot
   * say. Equal ends are an exact time; an infinite upper end is probability beyond the last inspection.
   */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly mass: Float64Array;
  /** Survival from the upper end of each interval on. */
  readonly survival: Float64Array;
  readonly logLikelihood: number;
  /** No other curve has a log-likelihood higher by more than this. */
  readonly gap: number;
  readonly iterations: number;
  readonly outcome: 'converged' | 'not-converged';
  readonly n: number;
  readonly rows: number;
  readonly excluded: number;
}

/**
 * Turnbull's estimate of survival from interval-censored times: the masses on the innermost intervals that maximise
 * the likelihood, found by alternating EM and iterative-convex-minorant steps until the likelihood is provably within
 * `gap` of its maximum.
 *
 * Right-censored and exact times alone give the Kaplan-Meier estimate. No rows: empty arrays.
 *
 * @param tolerance  largest gap of the log-likelihood, per subject
 * @throws RangeError on unequal lengths or negative weights
 * @see Turnbull 1976, doi:10.1111/j.2517-6161.1976.tb01597.x · Wellner & Zhan 1997, doi:10.1080/01621459.1997.10474045
 *   · tests/reference/turnbull
 * @example
 * turnbull({ lower: [0, 1], upper: [2, 3] }).upper // all probability in (1, 2]: 2
 */
export function turnbull(input: IntervalCensoredInput, tolerance = 1e-12): TurnbullFit {
  const rows = readRows(input);
  const { lower, upper, first, last } = innermostIntervals(rows.lower, rows.upper);
  const result = maximiseMasses(first, last, rows.weight, lower.length, tolerance);
  const kept: number[] = [];
  result.mass.forEach((mass, j) => {
    if (mass > 0) kept.push(j);
  });
  const pick = (values: Float64Array) => Float64Array.from(kept, (j) => values[j] as number);
  const mass = pick(result.mass);
  const survival = new Float64Array(mass.length);
  let above = 0;
  for (let j = mass.length - 1; j >= 0; j--) {
    survival[j] = above;
    above += mass[j] as number;
  }
  return Object.freeze({
    method: 'Turnbull',
    lower: pick(lower),
    upper: pick(upper),
    mass,
    survival,
    logLikelihood: result.logLikelihood,
    gap: result.gap,
    iterations: result.iterations,
    outcome: result.converged ? 'converged' : 'not-converged',
    n: rows.weight.reduce((sum, w) => sum + w, 0),
    rows: rows.weight.length,
    excluded: rows.excluded,
  });
}

/** Survival at one time: equal bounds, unless the time lies inside an interval that carries probability. */
export interface TurnbullPoint {
  readonly time: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What the estimate says of survival at asked times; `null` without rows or inside probability beyond the last inspection. */
export function turnbullAt(fit: TurnbullFit, times: readonly number[]): readonly TurnbullPoint[] {
  const size = fit.mass.length;
  const points = times.map((time): TurnbullPoint => {
    if (size === 0) return Object.freeze({ time, lower: null, upper: null });
    let done = 0;
    while (done < size && (fit.upper[done] as number) <= time) done += 1;
    const upper = done === 0 ? 1 : (fit.survival[done - 1] as number);
    const inside = done < size && (fit.lower[done] as number) < time;
    if (!inside) return Object.freeze({ time, lower: upper, upper });
    const open = fit.upper[done] === Number.POSITIVE_INFINITY;
    return Object.freeze({ time, lower: open ? null : (fit.survival[done] as number), upper });
  });
  return Object.freeze(points);
}

function readRows(input: IntervalCensoredInput) {
  const total = input.lower.length;
  if (input.upper.length !== total)
    throw new RangeError(`upper has ${input.upper.length} elements, lower has ${total}`);
  if (input.weight !== undefined && input.weight.length !== total) {
    throw new RangeError(`weight has ${input.weight.length} elements, lower has ${total}`);
  }
  const kept: number[] = [];
  let excluded = 0;
  for (let i = 0; i < total; i++) {
    const w = input.weight === undefined ? 1 : (input.weight[i] as number);
    if (w < 0 || w === Number.POSITIVE_INFINITY) throw new RangeError('weight must be finite and >= 0');
    const known = (input.lower[i] as number) <= (input.upper[i] as number);
    const exactForever = input.lower[i] === Number.POSITIVE_INFINITY;
    if (known && !exactForever && w > 0) kept.push(i);
    else if (w !== 0) excluded += 1;
  }
  return {
    lower: Float64Array.from(kept, (i) => input.lower[i] as number),
    upper: Float64Array.from(kept, (i) => input.upper[i] as number),
    weight: Float64Array.from(kept, (i) => (input.weight === undefined ? 1 : (input.weight[i] as number))),
    excluded,
  };
}
