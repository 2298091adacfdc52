import { exitTables } from './exit-table';
import type { SurvivalRows } from './survival-input';

/**
 * What survival estimates need to know of one group: one row per distinct end of follow-up, ascending.
 *
 * `atRisk[i]` is the weight under observation just before `time[i]`, that is with entry < time[i] ≤ end.
 * `entryTime` and `entered` (distinct entry times and the weight entering) are empty without late entry.
 */
export interface EventTable {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly entryTime: Float64Array;
  readonly entered: Float64Array;
  /** Sum of the weights, and the number of rows that carried them. */
  readonly n: number;
  readonly rows: number;
}

/** One table per group, for one kind of event. */
export function eventTables(rows: SurvivalRows): readonly EventTable[] {
  // Written out: objects that are spread differ in shape, and what reads them is compiled again and again.
  return exitTables(rows, 1).map((table) => ({
    time: table.time,
    atRisk: table.atRisk,
    events: table.leaving[1] as Float64Array,
    censored: table.leaving[0] as Float64Array,
    entryTime: table.entryTime,
    entered: table.entered,
    n: table.n,
    rows: table.rows,
  }));
}
