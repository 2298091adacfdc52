import { type ExclusionReason, exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { EndpointRow, EndpointTable } from './endpoint-survival';
import type { VisitInterval } from './visit-gaps';

/** How each patient leaves the follow-up of an endpoint; one element per patient in every column. */
export interface ExitColumns {
  /** 0 for the analysed, else the place in `exclusionReasons`, from 1 on. */
  readonly reason: Uint8Array;
  /** Day after which the patient is at risk; -1: from the origin on. */
  readonly entry: Int32Array;
  readonly day: Int32Array;
  /** Position in `endingEvents`; -1: censored. */
  readonly kind: Int8Array;
  /** 1 where the registry included the patient after the origin. */
  readonly includedLater: Uint8Array;
}

/** How each patient leaves, and the last visit that shows the event not to have come: 0 without one. */
export interface IntervalColumns extends ExitColumns {
  readonly lastFree: Int32Array;
}

export type ExitCounts = Pick<EndpointTable, 'rows' | 'excluded'> & { readonly includedLater: number };

const membersAtOnce = 100_000;
/** Days reach to before this, in an interval as number. */
const days = 2 ** 21;
/** Kinds of events to 63. */
const kinds = 64;

/**
 * Exits of some patients, counted per level, entry, day and kind, in this order; what is not known, and a censoring, last.
 * May be left at every `yield`.
 *
 * @param members  places of the patients
 * @param level    place in `levels` of each patient, from 1 on, 0 where it is not known; `null`: all are in the first one
 */
export function* exitCounts(
  { reason, entry, day, kind, includedLater }: ExitColumns,
  members: Uint32Array,
  level: Uint8Array | null,
  levels: readonly string[],
): Generator<undefined, ExitCounts, void> {
  const inOrder = levels.toSorted();
  const rank = Float64Array.from([null, ...levels], (one) =>
    one === null ? levels.length : inOrder.indexOf(one),
  );
  const code = exitCode(largest(entry), largest(day), largest(kind));
  const left = new Uint32Array(exclusionReasons.length + 1);
  const exits = new Float64Array(members.length);
  let analysed = 0;
  let later = 0;
  for (let at = 0; at < members.length; at++) {
    if (at % membersAtOnce === membersAtOnce - 1) yield;
    const i = members[at] as number;
    const why = reason[i] as number;
    left[why] = (left[why] as number) + 1;
    if (why > 0) continue;
    later += includedLater[i] as number;
    const from = entry[i] as number;
    const how = kind[i] as number;
    const group = rank[level === null ? 1 : (level[i] as number)] as number;
    exits[analysed] =
      ((group * code.entries + (from < 0 ? code.entries - 1 : from)) * code.days + (day[i] as number)) *
        code.kinds +
      (how < 0 ? code.kinds - 1 : how);
    analysed += 1;
  }
  yield;
  const rows: EndpointRow[] = [];
  const places = (levels.length + 1) * code.entries * code.days * code.kinds;
  for (const { value, patients } of counted(exits.subarray(0, analysed), places)) {
    rows.push({ ...exitOf(value, code, inOrder), patients });
    if (rows.length % membersAtOnce === 0) yield;
  }
  return {
    rows,
    excluded: exclusionReasons.flatMap((one: ExclusionReason, place) => {
      const patients = left[place + 1] as number;
      return patients === 0 ? [] : [{ reason: one, patients }];
    }),
    includedLater: later,
  };
}

/** An exit as one number: how many entries, days and kinds there are, the entry at the origin and the censoring the last. */
interface ExitCode {
  readonly entries: number;
  readonly days: number;
  readonly kinds: number;
}

const exitCode = (lastEntry: number, lastDay: number, lastKind: number): ExitCode => ({
  entries: lastEntry + 2,
  days: lastDay + 1,
  kinds: lastKind + 2,
});

/** The largest of some numbers, -1 where none is above it. */
function largest(values: Int32Array | Int8Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most;
}

function exitOf(exit: number, code: ExitCode, levels: readonly string[]): Omit<EndpointRow, 'patients'> {
  const how = exit % code.kinds;
  const day = Math.floor(exit / code.kinds) % code.days;
  const start = Math.floor(exit / code.kinds / code.days);
  const from = start % code.entries;
  return {
    level: levels[Math.floor(start / code.entries)] ?? null,
    entry: from === code.entries - 1 ? null : from,
    day,
    kind: how === code.kinds - 1 ? null : how,
  };
}

/**
 * The days between which the event of each of the analysed came, counted; in the order of both days, those without an event
 * last.
 *
 * @param members  places of the patients
 * @param seen     positions in `endingEvents` of the events that visits show
 */
export function* intervalCounts(
  { reason, day, kind, lastFree }: IntervalColumns,
  members: Uint32Array,
  seen: readonly number[],
): Generator<undefined, readonly VisitInterval[], void> {
  const intervals = new Float64Array(members.length);
  const isSeen = Uint8Array.from({ length: kinds }, (_, one) => (seen.includes(one) ? 1 : 0));
  let analysed = 0;
  for (let at = 0; at < members.length; at++) {
    if (at % membersAtOnce === membersAtOnce - 1) yield;
    const i = members[at] as number;
    if (reason[i] !== 0) continue;
    const how = kind[i] as number;
    const shown = how < 0 ? 0 : (isSeen[how] as number);
    const lower = shown === 1 ? (lastFree[i] as number) : (day[i] as number);
    const upper = how < 0 ? days - 1 : (day[i] as number);
    intervals[analysed] = (lower * days + upper) * 2 + shown;
    analysed += 1;
  }
  const rows: VisitInterval[] = [];
  for (const { value, patients } of counted(intervals.subarray(0, analysed))) {
    const upper = Math.floor(value / 2) % days;
    rows.push({
      lower: Math.floor(value / 2 / days),
      upper: upper === days - 1 ? null : upper,
      seen: value % 2 === 1,
      patients,
    });
    if (rows.length % membersAtOnce === 0) yield;
  }
  return rows;
}

/** Equal numbers counted, ascending: in a place for each where there are few of them, else sorted, in the array itself. */
function* counted(
  values: Float64Array,
  places = Number.POSITIVE_INFINITY,
): Generator<{ readonly value: number; readonly patients: number }> {
  if (places <= Math.max(8192, 2 * values.length)) {
    const patients = new Uint32Array(places);
    for (const value of values) patients[value] = (patients[value] as number) + 1;
    for (let value = 0; value < places; value++) {
      const some = patients[value] as number;
      if (some > 0) yield { value, patients: some };
    }
    return;
  }
  values.sort();
  for (let from = 0; from < values.length; ) {
    const value = values[from] as number;
    let to = from + 1;
    while (to < values.length && values[to] === value) to += 1;
    yield { value, patients: to - from };
    from = to;
  }
}
