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
  const row = new Int32Array(count);
  const set: RiskSet = {
    time: 0,
    events: new Float64Array(count),
    atRisk: new Float64Array(count),
    totalEvents: 0,
    totalAtRisk: 0,
  };
  const entries = tables.map((table) => new EntryCursor(table));
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
      const r = row[g] as number;
      const here = r < table.time.length && table.time[r] === next;
      const d = here ? (table.events[r] as number) : 0;
      const n = (entries[g] as EntryCursor).atRisk(next);
      set.events[g] = d;
      set.atRisk[g] = n;
      set.totalEvents += d;
      set.totalAtRisk += n;
      if (here) row[g] = r + 1;
    }
    visit(set);
  }
}

/** Weight at risk of one group at ascending times: that of the next end of follow-up, less who enters in between. */
class EntryCursor {
  readonly #table: EventTable;
  #row = 0;
  #entry = 0;

  constructor(table: EventTable) {
    this.#table = table;
  }

  atRisk(time: number): number {
    const { time: ends, atRisk, entryTime, entered } = this.#table;
    while (this.#row < ends.length && (ends[this.#row] as number) < time) this.#row += 1;
    if (this.#row === ends.length) return 0;
    const end = ends[this.#row] as number;
    while (this.#entry < entryTime.length && (entryTime[this.#entry] as number) < time) this.#entry += 1;
    let later = 0;
    for (let e = this.#entry; e < entryTime.length && (entryTime[e] as number) < end; e++) {
      later += entered[e] as number;
    }
    return (atRisk[this.#row] as number) - later;
  }
}
