import type { Interval } from '@core/base/interval';
import {
  type HypergeometricMargins,
  hypergeometricCdf,
  hypergeometricMean,
  hypergeometricUpperTail,
  hypergeometricWeights,
} from '@core/statistics/distributions/hypergeometric';
import { invertMonotone } from '@core/statistics/distributions/invert-monotone';
import { type ContingencyCounts, contingencyTable } from './contingency-table';

export type Alternative = 'two-sided' | 'less' | 'greater';

export interface FisherFourfold {
  /** Conditional maximum likelihood estimate of the odds ratio; not the sample odds ratio. May be infinite. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly p: number | null;
  readonly n: number;
  readonly method: 'fisher-exact';
  readonly alternative: Alternative;
  readonly reason: 'empty-margin' | null;
}

/** R takes tables as equally probable when they differ by less than this, because of rounding. */
const EQUALLY_PROBABLE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 x 2 table [[a, b], [c, d]], as R's `fisher.test`: the odds ratio is the conditional
 * maximum likelihood estimate, its interval inverts the one-sided exact tests, and the two-sided p-value sums the
 * tables that are no more probable than the one seen.
 *
 * @param counts  whole numbers ≥ 0
 * @param alternative  about the odds ratio a d / (b c); "less" has the interval [0, upper]
 * @returns a in a corner of its range: estimate 0 or infinite, with the finite limit on the other side. A row or
 *   column without subjects: no estimate, `empty-margin`, p 1.
 * @throws RangeError if the table is not 2 x 2 or the level not in (0, 1)
 *
 * R 4.2 solves for estimate and limits with a tolerance of 1e-4; here they are solved to the last digits.
 *
 * @see Fisher 1935, doi:10.2307/2342435; Cornfield 1956 · tests/reference/contingency
 * @example
 * fisherFourfold([[3, 1], [1, 3]]) // p 34/70, odds ratio 6.408
 */
export function fisherFourfold(
  counts: ContingencyCounts,
  alternative: Alternative = 'two-sided',
  level = 0.95,
): FisherFourfold {
  const { counts: cells, rowTotals, columnTotals, n } = contingencyTable(counts);
  if (rowTotals.length !== 2 || columnTotals.length !== 2)
    throw new RangeError('fisher: the table is not 2 x 2');
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const x = cells[0]?.[0] ?? 0;
  const [white = 0, black = 0] = columnTotals;
  const margins = { white, black, drawn: rowTotals[0] ?? 0 };
  const shared = { n, method: 'fisher-exact' as const, alternative };
  const lowest = Math.max(0, margins.drawn - black);
  const highest = Math.min(margins.drawn, white);
  if (lowest === highest) {
    return Object.freeze({
      ...shared,
      estimate: null,
      interval: null,
      p: 1,
      reason: 'empty-margin' as const,
    });
  }
  const tail = alternative === 'two-sided' ? (1 - level) / 2 : 1 - level;
  const lower =
    alternative === 'less' || x === lowest
      ? 0
      : oddsWhere((odds) => Math.log(hypergeometricUpperTail(x, margins, odds)), Math.log(tail));
  const upper =
    alternative === 'greater' || x === highest
      ? Number.POSITIVE_INFINITY
      : oddsWhere((odds) => -Math.log(hypergeometricCdf(x, margins, odds)), -Math.log(tail));
  const interval = Object.freeze({ lower, upper, level, method: 'exact-conditional' });
  const p = tailProbability(x, margins, alternative);
  return Object.freeze({ ...shared, estimate: oddsRatio(x, margins), interval, p, reason: null });
}

function oddsRatio(x: number, margins: HypergeometricMargins): number {
  if (x === Math.max(0, margins.drawn - margins.black)) return 0;
  if (x === Math.min(margins.drawn, margins.white)) return Number.POSITIVE_INFINITY;
  return oddsWhere((odds) => hypergeometricMean(margins, odds), x);
}

/** The odds ratio at which an increasing function of it reaches the target, solved on the log scale. */
function oddsWhere(increasing: (odds: number) => number, target: number): number {
  return Math.exp(invertMonotone((logOdds) => increasing(Math.exp(logOdds)), target, -690, 690));
}

function tailProbability(x: number, margins: HypergeometricMargins, alternative: Alternative): number {
  if (alternative === 'less') return hypergeometricCdf(x, margins);
  if (alternative === 'greater') return hypergeometricUpperTail(x, margins);
  const { lowest, weights } = hypergeometricWeights(margins);
  const limit = (weights[x - lowest] ?? 0) * EQUALLY_PROBABLE;
  // Small weights first, so that a tiny p-value keeps its digits.
  let low = 0;
  let high = weights.length - 1;
  let extreme = 0;
  let rest = 0;
  while (low <= high) {
    const a = weights[low] ?? 0;
    const b = weights[high] ?? 0;
    const weight = Math.min(a, b);
    if (a <= b) low++;
    else high--;
    if (weight <= limit) extreme += weight;
    else rest += weight;
  }
  return rest === 0 ? 1 : extreme / (extreme + rest);
}
