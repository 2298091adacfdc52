import { mean, sampleVariance, weightedMean, weightedVariance } from './moments';

export interface StandardisedMeanDifference {
  readonly estimate: number | null;
  readonly n: readonly [number, number];
  readonly missing: number;
  readonly method: 'continuous' | 'binary' | 'multi-level';
  readonly reason: 'empty-group' | 'no-variance' | null;
}

/** One group: values (`NaN` is missing) and, if the sample is weighted, one weight ≥ 0 per value. */
export interface WeightedGroup {
  readonly values: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

interface Split {
  readonly values: number[];
  readonly weights: number[] | null;
  readonly missing: number;
}

function present(group: WeightedGroup): Split {
  const values: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < group.values.length; i++) {
    const value = group.values[i] ?? Number.NaN;
    const weight = group.weights === undefined ? 1 : (group.weights[i] ?? Number.NaN);
    if (weight < 0) throw new RangeError('standardised mean difference: weights must be >= 0');
    if (Number.isNaN(value) || Number.isNaN(weight)) continue;
    values.push(value);
    weights.push(weight);
  }
  return {
    values,
    weights: group.weights === undefined ? null : weights,
    missing: group.values.length - values.length,
  };
}

/**
 * Standardised mean difference of a continuous variable: (second mean - first mean) / √((s₁² + s₂²) / 2).
 *
 * @param first, second  the two groups; with weights, weighted means and weighted variances are used
 * @returns a number without unit; positive when the second group is higher. A group without values:
 *   `empty-group`. No variance in either group, or one value in one: `no-variance`.
 * @throws RangeError if a weight is negative
 * @see Austin 2009, doi:10.1002/sim.3697; Austin & Stuart 2015, doi:10.1002/sim.6607 · tests/reference/descriptive
 * @example
 * standardisedMeanDifference({ values: [1, 2, 3] }, { values: [2, 3, 4] }) // estimate 1
 */
export function standardisedMeanDifference(
  first: WeightedGroup,
  second: WeightedGroup,
): StandardisedMeanDifference {
  const groups = [present(first), present(second)] as const;
  const means = groups.map((g) => (g.weights ? weightedMean(g.values, g.weights) : mean(g.values)));
  const variances = groups.map((g) =>
    g.weights ? weightedVariance(g.values, g.weights) : sampleVariance(g.values),
  );
  return difference('continuous', groups, means, variances);
}

/**
 * Standardised difference of a yes/no variable (values 0 and 1): (p₂ - p₁) / √((p₁(1-p₁) + p₂(1-p₂)) / 2).
 * With weights the weighted sample variances stand below, as for a continuous variable.
 *
 * @throws RangeError if a value is neither 0, 1 nor missing
 * @see Austin 2009, doi:10.1080/03610910902859574 · tests/reference/descriptive
 */
export function standardisedBinaryDifference(
  first: WeightedGroup,
  second: WeightedGroup,
): StandardisedMeanDifference {
  const groups = [present(first), present(second)] as const;
  for (const group of groups) {
    if (group.values.some((value) => value !== 0 && value !== 1)) {
      throw new RangeError('standardised binary difference: values must be 0, 1 or missing');
    }
  }
  const means = groups.map((g) => (g.weights ? weightedMean(g.values, g.weights) : mean(g.values)));
  const variances = groups.map((g, i) => {
    const p = means[i] ?? null;
    if (g.weights) return weightedVariance(g.values, g.weights);
    return p === null ? null : p * (1 - p);
  });
  return difference('binary', groups, means, variances);
}

function difference(
  method: 'continuous' | 'binary',
  groups: readonly [Split, Split],
  means: readonly (number | null)[],
  variances: readonly (number | null)[],
): StandardisedMeanDifference {
  const [first, second] = groups.map(({ values, missing }, g) => ({
    n: values.length,
    missing,
    mean: means[g] ?? null,
    variance: variances[g] ?? null,
  })) as [SampleMoments, SampleMoments];
  return differenceOf(method, first, second);
}

/** What is known of one group once its values have been read. */
export interface SampleMoments {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  /** With n - 1 below; `null` with fewer than two values. */
  readonly variance: number | null;
}

/**
 * The standardised mean difference of two groups whose means and variances are known already; as
 * `standardisedMeanDifference` of their values.
 */
export const standardisedDifferenceOfMoments = (
  first: SampleMoments,
  second: SampleMoments,
): StandardisedMeanDifference => differenceOf('continuous', first, second);

function differenceOf(
  method: 'continuous' | 'binary',
  first: SampleMoments,
  second: SampleMoments,
): StandardisedMeanDifference {
  const n = Object.freeze([first.n, second.n] as const);
  const missing = first.missing + second.missing;
  const [m1, m2] = [first.mean, second.mean];
  const [v1, v2] = [first.variance, second.variance];
  if (m1 === null || m2 === null) {
    return Object.freeze({ estimate: null, n, missing, method, reason: 'empty-group' as const });
  }
  if (v1 === null || v2 === null || v1 + v2 === 0) {
    return Object.freeze({ estimate: null, n, missing, method, reason: 'no-variance' as const });
  }
  const estimate = (m2 - m1) / Math.sqrt((v1 + v2) / 2);
  return Object.freeze({ estimate, n, missing, method, reason: null });
}
