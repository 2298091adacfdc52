import { presentValues } from './present-values';

/**
 * How a quantile between two order statistics is defined: 2 averages at the steps of the distribution function
 * (SAS), 7 interpolates linearly (R, NumPy, Excel).
 */
export type QuantileType = 2 | 7;

export interface Quantile {
  readonly estimate: number | null;
  readonly probability: number;
  readonly n: number;
  readonly missing: number;
  readonly method: `type-${QuantileType}`;
  readonly reason: 'no-values' | null;
}

/**
 * A quantile of values that are sorted ascending and contain no missing one, or `null` when there is none.
 *
 * @throws RangeError if the probability is not in [0, 1]
 */
export function quantileOfSorted(
  sorted: ArrayLike<number>,
  probability: number,
  type: QuantileType = 7,
): number | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
  const n = sorted.length;
  if (n === 0) return null;
  const at = (index: number): number => sorted[Math.min(n - 1, Math.max(0, index))] ?? Number.NaN;
  if (type === 7) {
    const position = (n - 1) * probability;
    const below = Math.floor(position);
    const low = at(below);
    const high = at(Math.ceil(position));
    if (low === high) return low;
    // R counts positions from one: the fraction is taken after that addition, and so are its last digits.
    const fraction = 1 + position - (below + 1);
    return (1 - fraction) * low + fraction * high;
  }
  const position = n * probability;
  const whole = Math.floor(position);
  if (position > whole) return at(whole);
  const low = at(whole - 1);
  const high = at(whole);
  return low === high ? low : 0.5 * low + 0.5 * high;
}

/**
 * Sample quantiles, as R's `quantile(type = 2)` and `quantile(type = 7)`.
 *
 * @param sample  any finite or infinite numbers, unsorted; `NaN` is a missing value, dropped and counted
 * @param probabilities  each in [0, 1]
 * @returns one quantile per probability, in the unit of the sample. No values: `null`, reason `no-values`. One
 *   value: that value at every probability. Ties need no rule.
 * @throws RangeError if a probability is not in [0, 1]
 *
 * simple-statistics defines its own quantile, which is neither type 2 nor type 7 for odd n; it is not used.
 *
 * @see Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566 · tests/reference/descriptive
 * @example
 * quantiles([1, 2, 3, 4], [0.25], 2) // estimate 1.5
 * quantiles([1, 2, 3, 4], [0.25], 7) // estimate 1.75
 */
export function quantiles(
  sample: ArrayLike<number>,
  probabilities: readonly number[],
  type: QuantileType = 7,
): readonly Quantile[] {
  const { values, missing } = presentValues(sample);
  const sorted = values.slice().sort();
  return Object.freeze(
    probabilities.map((probability): Quantile => {
      const estimate = quantileOfSorted(sorted, probability, type);
      return Object.freeze({
        estimate,
        probability,
        n: sorted.length,
        missing,
        method: `type-${type}` as const,
        reason: estimate === null ? ('no-values' as const) : null,
      });
    }),
  );
}
