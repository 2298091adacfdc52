import { inGivenOrder, mergeTimes } from './merged-times';
import type { SurvivalRows } from './survival-input';

/**
 * The rows of one group in the order in which they leave and enter observation. Positions are those of the rows.
 *
 * Late entries with an entry of minus infinity, or no entries at all, are at risk from the start.
 */
export interface GroupTimeline {
  readonly exits: Uint32Array;
  readonly entries: Uint32Array;
  readonly time: Float64Array;
  readonly entry: Float64Array | null;
  readonly event: Uint8Array;
  readonly weight: Float64Array | null;
}

/** Merges times that differ by rounding and sorts once; one timeline per group. */
export function groupTimelines(rows: SurvivalRows): readonly GroupTimeline[] {
  const { event, weight, group, groupCount } = rows;
  const columns = rows.entry === null ? mergeTimes([rows.time]) : mergeTimes([rows.time, rows.entry]);
  const [ends, starts = null] = columns;
  const exits = ends.order;
  const entries = starts?.order ?? exits;
  const shared = {
    time: inGivenOrder(ends),
    entry: starts === null ? null : inGivenOrder(starts),
    event,
    weight,
  };
  if (groupCount === 1) return [{ ...shared, exits, entries }];
  const ofGroup = (order: Uint32Array, g: number) => order.filter((i) => group[i] === g);
  return Array.from({ length: groupCount }, (_, g) => ({
    ...shared,
    exits: ofGroup(exits, g),
    entries: ofGroup(entries, g),
  }));
}

/** One distinct end of follow-up; reused from time to time. */
export interface TimelineStep {
  time: number;
  atRisk: number;
  /** Weight leaving by event code, 0 the censored. */
  readonly leaving: Float64Array;
  /** Rows that enter before this time and after the last: positions `entries[enterFrom .. enterTo - 1]`. */
  enterFrom: number;
  enterTo: number;
  /** Rows that leave at this time: positions `exits[exitFrom .. exitTo - 1]`. */
  exitFrom: number;
  exitTo: number;
}

/** Walks the distinct ends of follow-up of a group, ascending. */
export function walkTimeline(line: GroupTimeline, codes: number, visit: (step: TimelineStep) => void): void {
  const { exits, entries, time, entry, event, weight } = line;
  const step: TimelineStep = {
    time: 0,
    atRisk: 0,
    leaving: new Float64Array(codes + 1),
    enterFrom: 0,
    enterTo: 0,
    exitFrom: 0,
    exitTo: 0,
  };
  const weightOf = (i: number) => (weight === null ? 1 : (weight[i] as number));
  let inside = 0;
  let insideRows = 0;
  while (step.exitTo < exits.length) {
    step.exitFrom = step.exitTo;
    step.enterFrom = step.enterTo;
    step.time = time[exits[step.exitFrom] as number] as number;
    while (step.enterTo < entries.length) {
      const i = entries[step.enterTo] as number;
      if (entry !== null && (entry[i] as number) >= step.time) break;
      inside += weightOf(i);
      insideRows += 1;
      step.enterTo += 1;
    }
    step.leaving.fill(0);
    let gone = 0;
    while (step.exitTo < exits.length) {
      const i = exits[step.exitTo] as number;
      if ((time[i] as number) !== step.time) break;
      const w = weightOf(i);
      step.leaving[event[i] as number] = (step.leaving[event[i] as number] as number) + w;
      gone += w;
      step.exitTo += 1;
    }
    const goneRows = step.exitTo - step.exitFrom;
    step.atRisk = insideRows === goneRows ? gone : inside;
    visit(step);
    inside -= gone;
    insideRows -= goneRows;
  }
}
