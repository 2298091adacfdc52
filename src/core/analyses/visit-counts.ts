import { curveExclusions, type MolecularResponseTable } from './molecular-response';

/** The readings of every patient at the planned visits since an origin, and the place of each on the curve. */
export interface VisitColumns {
  /** Place in `curvePlaces`, one element per patient: 0 is on the curve. */
  readonly place: Uint8Array;
  /** Readings of patient i are those from `start[i]` to before `start[i + 1]`. */
  readonly start: Uint32Array;
  /** ((log10 in thousandths - `lowest`) · number of `months` + place of the month) · 2 + 1 when detected. */
  readonly reading: Int32Array;
  readonly lowest: number;
  readonly months: readonly number[];
  /** No reading is this or more. */
  readonly codes: number;
}

export type VisitCounts = Pick<
  MolecularResponseTable,
  'readings' | 'cohort' | 'drawn' | 'groupUnknown' | 'excluded'
>;

const membersAtOnce = 20_000;

/**
 * Readings of some patients, counted per level, visit, value and detected or not, and the patients on the curve and off it.
 * May be left at every `yield`.
 *
 * @param members  places of the patients
 * @param level    of each patient from 1 on, 0 where it is not known; `null`: all are in the first one
 * @param levels   how many there are
 */
export function* visitCounts(
  columns: VisitColumns,
  members: Uint32Array,
  level: Uint8Array | null,
  levels: number,
): Generator<undefined, VisitCounts, void> {
  const { place, start, reading, codes } = columns;
  const counts = new Uint32Array(levels * codes);
  const left = new Uint32Array(curveExclusions.length + 1);
  const drawn = new Uint32Array(levels + 1);
  for (let at = 0; at < members.length; at++) {
    if (at % membersAtOnce === membersAtOnce - 1) yield;
    const i = members[at] as number;
    const where = place[i] as number;
    left[where] = (left[where] as number) + 1;
    const group = level === null ? 1 : (level[i] as number);
    if (where === 0) drawn[group] = (drawn[group] as number) + 1;
    if (group === 0) continue;
    const offset = (group - 1) * codes;
    const end = start[i + 1] as number;
    for (let row = start[i] as number; row < end; row++) {
      const code = offset + (reading[row] as number);
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return {
    readings: yield* readingsOf(counts, columns),
    cohort: members.length,
    drawn: Array.from(drawn.subarray(1)),
    groupUnknown: drawn[0] as number,
    excluded: Object.fromEntries(
      curveExclusions.map((reason, at) => [reason, left[at + 1] as number]),
    ) as MolecularResponseTable['excluded'],
  };
}

const codesAtOnce = 500_000;

function* readingsOf(
  counts: Uint32Array,
  { lowest, months, codes }: VisitColumns,
): Generator<undefined, MolecularResponseTable['readings'], void> {
  const level: number[] = [];
  const month: number[] = [];
  const log10Thousandths: number[] = [];
  const detected: number[] = [];
  const patients: number[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (at % codesAtOnce === codesAtOnce - 1) yield;
    const count = counts[at] as number;
    if (count === 0) continue;
    const code = at % codes;
    const visit = code >> 1;
    level.push((at - code) / codes);
    month.push(months[visit % months.length] as number);
    log10Thousandths.push(Math.floor(visit / months.length) + lowest);
    detected.push(code & 1);
    patients.push(count);
  }
  return { level, month, log10Thousandths, detected, patients };
}
