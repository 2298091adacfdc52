import { normalTwoSided } from '@core/statistics/distributions/normal';
import type { UndefinedReason } from './estimate';
import type { LogRankResult } from './log-rank';

/** Test for a trend over ordered groups. */
export interface LogRankTrend {
  readonly method: string;
  /** Standard normal under no trend; positive when higher scores have more events than expected. */
  readonly statistic: number | null;
  /** Two-sided. */
  readonly pValue: number | null;
  readonly scores: readonly number[];
  readonly reason: UndefinedReason | null;
}

/**
 * Log-rank test for trend: Σ score (O - E) over the root of its variance, one degree of freedom.
 *
 * No events, one group at risk, or equal scores: the statistic is `null`.
 *
 * @param result  any log-rank test of the groups, weighted and stratified ones too
 * @param scores  one per group; 1, 2, 3, ... when left out
 * @throws RangeError if there is not one score per group
 * @see Tarone 1975, doi:10.1093/biomet/62.3.679
 */
export function logRankTrend(result: LogRankResult, scores?: readonly number[]): LogRankTrend {
  const used = scores ?? result.observed.map((_, g) => g + 1);
  if (used.length !== result.observed.length) throw new RangeError('one score per group is needed');
  let sum = 0;
  let variance = 0;
  used.forEach((score, g) => {
    sum += score * ((result.observed[g] as number) - (result.expected[g] as number));
    used.forEach((other, h) => {
      variance += score * other * (result.variance[g]?.[h] as number);
    });
  });
  const size = used.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  const total = result.variance.reduce((add, row, g) => add + Math.abs(row[g] as number), 0);
  const method = `${result.method} trend`;
  const frozen = Object.freeze([...used]);
  if (!(variance > 1e-12 * size * size * total)) {
    const reason = result.reason ?? 'no-comparison';
    return Object.freeze({ method, statistic: null, pValue: null, scores: frozen, reason });
  }
  const statistic = sum / Math.sqrt(variance);
  return Object.freeze({
    method,
    statistic,
    pValue: normalTwoSided(statistic),
    scores: frozen,
    reason: null,
  });
}
