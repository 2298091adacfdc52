import { benjaminiHochbergAdjusted, holmAdjusted } from './adjusted-p-values';
import type { UndefinedReason } from './estimate';
import { type EventTable, eventTables } from './event-table';
import { type LogRankOptions, logRankFromTables } from './log-rank';
import { type Grouping, readSurvivalRows, type SurvivalInput } from './survival-input';

/** One pair of groups: its own log-rank test, and the p-value adjusted for the number of pairs. */
export interface PairwiseComparison {
  readonly groups: readonly [number, number];
  readonly statistic: number;
  readonly pValue: number | null;
  readonly holm: number | null;
  readonly benjaminiHochberg: number | null;
  readonly reason: UndefinedReason | null;
}

export interface PairwiseLogRank {
  readonly method: string;
  readonly comparisons: readonly PairwiseComparison[];
  readonly n: number;
  readonly excluded: number;
}

/**
 * Log-rank tests of every pair of groups (0-1, 0-2, ..., 1-2, ...), each on the two groups' subjects alone, with
 * p-values adjusted by Holm and by Benjamini-Hochberg. A pair that cannot be compared is not counted.
 *
 * @throws RangeError as `logRank`
 * @see Klein & Moeschberger 2003, section 7.3 · survminer's pairwise_survdiff
 */
export function pairwiseLogRank(
  input: SurvivalInput,
  group: Grouping,
  options: LogRankOptions = {},
): PairwiseLogRank {
  const { strata, weighting = { family: 'log-rank' } } = options;
  const rows = readSurvivalRows(input, strata === undefined ? [group] : [strata, group]);
  const tables = eventTables(rows);
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0; a < group.count; a++) for (let b = a + 1; b < group.count; b++) pairs.push([a, b]);
  const results = pairs.map(([a, b]) => {
    const chosen: EventTable[] = [];
    for (let first = 0; first < tables.length; first += group.count) {
      chosen.push(tables[first + a] as EventTable, tables[first + b] as EventTable);
    }
    return logRankFromTables(chosen, 2, weighting, rows.excluded);
  });
  const pValues = results.map((result) => result.pValue);
  const holm = holmAdjusted(pValues);
  const benjaminiHochberg = benjaminiHochbergAdjusted(pValues);
  const comparisons = results.map(({ statistic, pValue, reason }, i) =>
    Object.freeze({
      groups: Object.freeze(pairs[i] as readonly [number, number]),
      statistic,
      pValue,
      holm: holm[i] as number | null,
      benjaminiHochberg: benjaminiHochberg[i] as number | null,
      reason,
    }),
  );
  const n = tables.reduce((sum, table) => sum + table.n, 0);
  return Object.freeze({
    method: 'pairwise log-rank',
    comparisons: Object.freeze(comparisons),
    n,
    excluded: rows.excluded,
  });
}
