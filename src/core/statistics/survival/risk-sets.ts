import type { EventTable } from './event-table';

/** The risk sets of several groups at one event time. The arrays are reused from time to time. */
export interface RiskSet {
  time: number;
  /** Events and weight at risk per group, and their sums. */
  readonly events: Float64Array;
  readonly atRisk: Float64Array;
  totalEvents: number;
  totalAtRisk: number;
}

/** Visits, in ascending order, every time at which some group has an event. */
export function forEachRiskSet(tables: readonly EventTable[], visit: (set: RiskSet) => void): void {
  const count = tables.length;
  // Per group: the next end of follow-up, and the next entry.
  const row = new Int32Array(count);
  const entry = new Int32Array(count);
  const late = tables.some((table) => table.entryTime.length > 0);
  const events = new Float64Array(count);
  const atRisk = new Float64Array(count);
  const set: RiskSet = { time: 0, events, atRisk, totalEvents: 0, totalAtRisk: 0 };
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    let some = false;
    for (let g = 0; g < count; g++) {
      const { time } = tables[g] as EventTable;
      const r = row[g] as number;
      if (r === time.length) continue;
      next = some ? Math.min(next, time[r] as number) : (time[r] as number);
      some = true;
    }
    if (!some) return;
    let totalEvents = 0;
    let totalAtRisk = 0;
    for (let g = 0; g < count; g++) {
      const table = tables[g] as EventTable;
      const { time } = table;
      const r = row[g] as number;
      let d = 0;
      let n = 0;
      if (r < time.length) {
        const end = time[r] as number;
        n = table.atRisk[r] as number;
        if (end === next) {
          d = table.events[r] as number;
          row[g] = r + 1;
        } else if (late && n > 0) {
          n -= enteringBetween(table, entry, g, next, end);
        }
      }
      events[g] = d;
      atRisk[g] = n;
      totalEvents += d;
      totalAtRisk += n;
    }
    if (!(totalEvents > 0)) continue;
    set.time = next;
    set.totalEvents = totalEvents;
    set.totalAtRisk = totalAtRisk;
    visit(set);
  }
}

/** Weight that enters from a time on but before the next end of follow-up: it is in that end's risk set, not in this one. */
function enteringBetween(table: EventTable, entry: Int32Array, g: number, time: number, end: number): number {
  const { entryTime, entered } = table;
  let e = entry[g] as number;
  while (e < entryTime.length && (entryTime[e] as number) < time) e += 1;
  entry[g] = e;
  let later = 0;
  for (; e < entryTime.length && (entryTime[e] as number) < end; e++) later += entered[e] as number;
  return later;
}
