import type { Interval } from '@core/base/interval';
import { chiSquaredQuantile } from '@core/statistics/distributions/chi-squared';
import { invertMonotone } from '@core/statistics/distributions/invert-monotone';
import type { DesignMatrix } from '../design-matrix/design-matrix';
import { devianceOf, fitLogistic } from './logistic-fit';
import type { LogisticRegression } from './logistic-regression';
import { rowsWithOutcome } from './rows-with-outcome';
import { standardisedColumns } from './standardised-columns';

export interface ProfileInterval {
  readonly name: string;
  /** Log odds ratio per unit. */
  readonly interval: Interval;
  readonly oddsRatio: Interval;
}

/**
 * Profile likelihood intervals of the log odds ratios: the values that a likelihood ratio test does not reject, as
 * R's `confint` of a glm. In small samples they cover better than Wald's, and they need not be symmetric.
 *
 * @param fit  the `logisticRegression` of this design and outcome
 * @returns one interval per coefficient, in their order; none when the fit has none. R interpolates its profile with
 *   a spline (about four digits); here every limit is solved for.
 * @throws RangeError as `logisticRegression`
 * @see Venzon & Moolgavkar 1988, doi:10.2307/2347496 · tests/reference/regression
 */
export function profileIntervals(
  design: DesignMatrix,
  outcome: ArrayLike<number>,
  fit: LogisticRegression,
  level = 0.95,
): readonly ProfileInterval[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { used, events } = rowsWithOutcome(design, outcome);
  const smallest = fit.deviance;
  if (smallest === null) return Object.freeze([]);
  const reach = Math.sqrt(chiSquaredQuantile(level, 1));
  return Object.freeze(
    fit.coefficients.map(({ name, estimate, standardError }, j) => {
      const deviance = profiledDeviance(used, events, j);
      const signedRoot = (value: number): number =>
        Math.sign(value - estimate) * Math.sqrt(Math.max(0, deviance(value) - smallest));
      const limit = (side: -1 | 1): number => {
        let far = 2 * reach * standardError;
        while (Math.abs(signedRoot(estimate + side * far)) < reach) far *= 2;
        const ends = [estimate, estimate + side * far].sort((a, b) => a - b);
        return invertMonotone(signedRoot, side * reach, ends[0] ?? estimate, ends[1] ?? estimate);
      };
      const [lower, upper] = [limit(-1), limit(1)];
      const how = { level, method: 'profile-likelihood' };
      return Object.freeze({
        name,
        interval: Object.freeze({ lower, upper, ...how }),
        oddsRatio: Object.freeze({ lower: Math.exp(lower), upper: Math.exp(upper), ...how }),
      });
    }),
  );
}

/** Smallest deviance with one coefficient held at a value: its column becomes a known part of the predictor. */
function profiledDeviance(
  design: DesignMatrix,
  events: Float64Array,
  held: number,
): (value: number) => number {
  const width = design.columns.length;
  const column = Float64Array.from(events, (_, i) => design.values[i * width + held] ?? 0);
  const others = Array.from({ length: width }, (_, j) => j).filter((j) => j !== held);
  const values = new Float64Array(events.length * others.length);
  for (let i = 0; i < events.length; i++) {
    others.forEach((from, to) => {
      values[i * others.length + to] = design.values[i * width + from] ?? 0;
    });
  }
  const rest = standardisedColumns({
    ...design,
    values,
    columns: others.flatMap((j) => design.columns[j] ?? []),
    hasIntercept: design.hasIntercept && held !== 0,
  });
  return (value) => {
    const offset = column.map((x) => x * value);
    return others.length === 0 ? devianceOf(offset, events) : fitLogistic(rest, events, offset).deviance;
  };
}
