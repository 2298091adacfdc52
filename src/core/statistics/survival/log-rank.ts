import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { quadraticForm } from '@core/statistics/linear-algebra/cholesky';
import type { UndefinedReason } from './estimate';
import { type EventTable, eventTables } from './event-table';
import { EventWeights, type Weighting, weightingName } from './log-rank-weighting';
import { forEachRiskSet } from './risk-sets';
import { type Grouping, readSurvivalRows, type SurvivalInput } from './survival-input';

export interface LogRankOptions {
  /** Strata within which the groups are compared; the sums over strata are tested. */
  readonly strata?: Grouping | undefined;
  /** Which event times count more; `log-rank`. */
  readonly weighting?: Weighting;
}

/** A (weighted) log-rank test of k groups. */
export interface LogRankResult {
  readonly method: string;
  /** Chi-squared statistic; 0 when nothing can be compared. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Upper tail; `null` with a reason when nothing can be compared. */
  readonly pValue: number | null;
  readonly reason: UndefinedReason | null;
  /** Weighted sums of observed and expected events per group, over the strata. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Covariance of observed - expected, one row per group. */
  readonly variance: readonly (readonly number[])[];
  /** Weight of subjects per group, and rows left out for missing values. */
  readonly groupSizes: readonly number[];
  readonly n: number;
  readonly excluded: number;
}

/**
 * Log-rank test of the hypothesis that k groups share one hazard, with late entry, case weights, strata and
 * the weighted families (see `Weighting`).
 *
 * At each event time the events are split as under a (multivariate) hypergeometric law given the risk sets. A group
 * never at risk at an event takes no part; degrees of freedom are the groups with a positive expectation less one.
 * Weights count subjects (a weight of 2 is two subjects): they are not sampling weights here.
 *
 * No event: statistic 0, p-value `null` (`no-events`). Fewer than two groups at risk: `no-comparison`.
 *
 * @param group  group of each row, 0 .. count - 1
 * @throws RangeError on unequal lengths, event codes other than 0 and 1, negative weights, groups out of range
 * @see Mantel 1966; Peto & Peto 1972, doi:10.2307/2344317 · Harrington & Fleming 1982, doi:10.1093/biomet/69.3.553
 *   · survival's survdiff · tests/reference/log-rank
 */
export function logRank(input: SurvivalInput, group: Grouping, options: LogRankOptions = {}): LogRankResult {
  const { strata, weighting = { family: 'log-rank' } } = options;
  const rows = readSurvivalRows(input, strata === undefined ? [group] : [strata, group]);
  return logRankFromTables(eventTables(rows), group.count, weighting, rows.excluded);
}

/**
 * The test from event tables, the groups of the first stratum first: for callers that already have the counts.
 */
export function logRankFromTables(
  tables: readonly EventTable[],
  groups: number,
  weighting: Weighting,
  excluded: number,
): LogRankResult {
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const variance = new Float64Array(groups * groups);
  const sizes = new Float64Array(groups);
  for (let first = 0; first < tables.length; first += groups) {
    const stratum = tables.slice(first, first + groups);
    stratum.forEach((table, g) => {
      sizes[g] = (sizes[g] as number) + table.n;
    });
    const weights = new EventWeights(weighting);
    const share = new Float64Array(groups);
    forEachRiskSet(stratum, ({ events, atRisk, totalEvents: d, totalAtRisk: n }) => {
      const w = weights.next(d, n);
      const spread = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0;
      for (let g = 0; g < groups; g++) {
        const part = (atRisk[g] as number) / n;
        share[g] = part;
        observed[g] = (observed[g] as number) + w * (events[g] as number);
        expected[g] = (expected[g] as number) + w * d * part;
      }
      if (spread === 0) return;
      for (let g = 0; g < groups; g++) {
        const part = spread * (share[g] as number);
        if (part === 0) continue;
        for (let h = 0; h < groups; h++) {
          const cell = g * groups + h;
          variance[cell] = (variance[cell] as number) + part * ((g === h ? 1 : 0) - (share[h] as number));
        }
      }
    });
  }
  const method = weightingName(weighting);
  return Object.freeze({
    method,
    ...testOf(observed, expected, variance),
    observed: Object.freeze(Array.from(observed)),
    expected: Object.freeze(Array.from(expected)),
    variance: Object.freeze(
      Array.from({ length: groups }, (_, g) =>
        Object.freeze(Array.from(variance.subarray(g * groups, (g + 1) * groups))),
      ),
    ),
    groupSizes: Object.freeze(Array.from(sizes)),
    n: sizes.reduce((sum, size) => sum + size, 0),
    excluded,
  });
}

function testOf(observed: Float64Array, expected: Float64Array, variance: Float64Array) {
  const groups = observed.length;
  const compared: number[] = [];
  for (let g = 0; g < groups; g++) if ((expected[g] as number) > 0) compared.push(g);
  const tested = compared.slice(1);
  if (tested.length === 0) {
    const reason: UndefinedReason = compared.length === 0 ? 'no-events' : 'no-comparison';
    return { statistic: 0, degreesOfFreedom: 0, pValue: null, reason };
  }
  const difference = tested.map((g) => (observed[g] as number) - (expected[g] as number));
  const covariance = new Float64Array(tested.length * tested.length);
  tested.forEach((g, a) => {
    tested.forEach((h, b) => {
      covariance[a * tested.length + b] = variance[g * groups + h] as number;
    });
  });
  const statistic = quadraticForm(covariance, difference);
  return {
    statistic,
    degreesOfFreedom: tested.length,
    pValue: chiSquaredUpperTail(statistic, tested.length),
    reason: null,
  };
}
