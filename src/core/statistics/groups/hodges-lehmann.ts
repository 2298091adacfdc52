import type { Interval } from '@core/base/interval';
import { normalUpperQuantile } from '@core/statistics/distributions/normal';
import { midranks } from './midranks';
import { type PairwiseDifferences, pairwiseDifferences } from './pairwise-differences';
import { lowerTailTo, type RankSumDistribution } from './rank-sum-distribution';

export interface LocationShift {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Hodges-Lehmann estimate of the shift of the first sample against the second (the median of all differences
 * x - y) with the interval that inverts the rank sum test.
 *
 * @param first, second  values without missing ones, at least one each
 * @param exact  the exact distribution (no ties), or `null` for the normal approximation
 * @returns in the unit of the values. Exact: order statistics of the differences as R's `wilcox.test(exact = TRUE)`.
 *   Normal: the differences at which the corrected statistic crosses its quantile; R finds the same jumps by
 *   `uniroot` with tolerance 1e-4, and anywhere on a level stretch for the estimate, where here the median stands.
 * @see Hodges & Lehmann 1963, doi:10.1214/aoms/1177704172; Bauer 1972, doi:10.1080/01621459.1972.10481279
 */
export function hodgesLehmann(
  first: Float64Array,
  second: Float64Array,
  exact: RankSumDistribution | null,
  level: number,
  corrected: boolean,
): LocationShift {
  const differences = pairwiseDifferences(first, second);
  const { size } = differences;
  const low = differences.at(Math.ceil(size / 2));
  const high = size % 2 === 1 ? low : differences.at(size / 2 + 1);
  const estimate = low === high ? low : (low + high) / 2;
  const interval =
    exact === null
      ? normalInterval(first, second, differences, level, corrected)
      : exactInterval(differences, exact, level);
  return Object.freeze({ estimate, interval });
}

function exactInterval(
  differences: PairwiseDifferences,
  exact: RankSumDistribution,
  level: number,
): Interval {
  const tail = (1 - level) / 2;
  // R's qwilcox: the smallest u with P(U ≤ u) ≥ tail, at least 1.
  let quantile = 0;
  while (lowerTailTo(exact, 2 * quantile) < tail) quantile++;
  const rank = Math.max(1, quantile);
  return Object.freeze({
    lower: differences.at(rank),
    upper: differences.at(differences.size - rank + 1),
    level,
    method: 'exact',
  });
}

function normalInterval(
  first: Float64Array,
  second: Float64Array,
  differences: PairwiseDifferences,
  level: number,
  corrected: boolean,
): Interval {
  const { size } = differences;
  const n = first.length + second.length;
  const z = normalUpperQuantile((1 - level) / 2);
  const correction = corrected ? 0.5 : 0;
  // Shifted by anything but a difference, the samples share no value: ties remain within each sample only.
  const tieTerm = midranks(first).tieTerm + midranks(second).tieTerm;
  const sigma = Math.sqrt((size / 12) * (n + 1 - tieTerm / (n * (n - 1))));
  // Above d stand size - #(≤ d) differences. The statistic U(d) - size / 2 - correction falls below z σ where
  // that count is small enough.
  const atLeast = z * sigma + correction + size / 2;
  const rank = Math.min(size, Math.max(1, Math.ceil(size - atLeast)));
  return Object.freeze({
    lower: differences.at(rank),
    upper: differences.at(size - rank + 1),
    level,
    method: corrected ? 'normal-corrected' : 'normal',
  });
}
