import { mean, sampleVariance } from './moments';
import { presentValues } from './present-values';
import { type QuantileType, quantileOfSorted } from './quantile';

export interface SampleSummary {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly method: `type-${QuantileType}`;
  readonly reason: 'no-values' | 'one-value' | null;
}

/**
 * Location and spread of a sample: mean, standard deviation (n - 1), quartiles and range.
 *
 * @param sample  numbers, unsorted; `NaN` is missing, dropped and counted
 * @returns everything in the unit of the sample. No values: all `null`, reason `no-values`. One value: the
 *   standard deviation is `null`, reason `one-value`.
 * @see tests/reference/descriptive
 * @example
 * sampleSummary([2, 4, 9]) // mean 5, median 4, standard deviation √13
 */
export function sampleSummary(sample: ArrayLike<number>, type: QuantileType = 7): SampleSummary {
  const { values, missing } = presentValues(sample);
  const sorted = values.slice().sort();
  const variance = sampleVariance(sorted);
  const n = sorted.length;
  return Object.freeze({
    n,
    missing,
    mean: mean(sorted),
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    median: quantileOfSorted(sorted, 0.5, type),
    lowerQuartile: quantileOfSorted(sorted, 0.25, type),
    upperQuartile: quantileOfSorted(sorted, 0.75, type),
    minimum: sorted[0] ?? null,
    maximum: sorted[n - 1] ?? null,
    method: `type-${type}` as const,
    reason: n === 0 ? 'no-values' : n === 1 ? 'one-value' : null,
  });
}
