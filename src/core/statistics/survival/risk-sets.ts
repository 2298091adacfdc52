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
  // Per group: the next row with an event, and the next end of follow-up (with or without one).
  const row = new Int32Array(count);
  const end = new Int32Array(count);
  const entry = new Int32Array(count);
  const late = tables.some((table) => table.entryTime.length > 0);
  const set: RiskSet = {
    time: 0,
    events: new Float64Array(count),
    atRisk: new Float64Array(count),
    totalEvents: 0,
    totalAtRisk: 0,
  };
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    let some = false;
    for (let g = 0; g < count; g++) {
      const { time, events } = tables[g] as EventTable;
      let r = row[g] as number;
      while (r < time.length && events[r] === 0) r += 1;
      row[g] = r;
      if (r < time.length && (!some || (time[r] as number) < next)) {
        next = time[r] as number;
        some = true;
      }
    }
    if (!some) return;
    set.time = next;
    set.totalEvents = 0;
    set.totalAtRisk = 0;
    for (let g = 0; g < count; g++) {
      const table = tables[g] as EventTable;
      const { time } = table;
      const r = row[g] as number;
      const here = r < time.length && time[r] === next;
      const d = here ? (table.events[r] as number) : 0;
      let e = end[g] as number;
      while (e < time.length && (time[e] as number) < next) e += 1;
      end[g] = e;
      let n = e === time.length ? 0 : (table.atRisk[e] as number);
      if (late && n > 0) n -= enteringBetween(table, entry, g, next, time[e] as number);
      set.events[g] = d;
      set.atRisk[g] = n;
      set.totalEvents += d;
      set.totalAtRisk += n;
      if (here) row[g] = r + 1;
    }
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
