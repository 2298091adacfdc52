/** A cell of an answer, as the engine gives it. */
export type AnswerCell = string | number | boolean | null;

/** Codes of rows in the smallest array that holds them. */
export type RowCodes = Uint8Array | Uint16Array | Uint32Array;

/**
 * The answer of a statement that counts, of every patient of the extract: the same answer of a cohort is counted from it.
 * What a patient adds to a row of the answer has a code, from 1 on: patients who add as much to the same row share it.
 */
export interface RowColumns {
  /** The columns that tell rows apart, one cell per row, in the order of the answer. */
  readonly told: Readonly<Record<string, readonly AnswerCell[]>>;
  readonly rowCount: number;
  /** By code: the place of its row; that of code 0 is never read. */
  readonly rowOf: Uint32Array;
  /** By the name of what is counted, by code: how much of it one patient adds to the row. */
  readonly amounts: Readonly<Record<string, Float64Array>>;
  /** The codes of each patient, one patient after the other. */
  readonly codes: RowCodes;
  /** Where those of each patient begin in `codes`, and after the last one where they end; `null`: everybody has one, 0 is none. */
  readonly starts: Uint32Array | null;
}

/** Groups of patients by which every row is split. */
export interface PatientGroups {
  /** Columns that tell the groups apart, one cell per group. */
  readonly told: Readonly<Record<string, readonly AnswerCell[]>>;
  readonly groupCount: number;
  /** The group of each patient. */
  readonly groupOf: Uint16Array;
}

/** What is counted in an answer: of each row in which somebody is counted, the columns that tell it, and the sums. */
export interface RowSums {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, ArrayLike<AnswerCell>>>;
}

const patientsAtOnce = 50_000;

/**
 * The sums over a cohort, in the order of the answer; rows that are split stand in the order of the groups. May be left at every
 * `yield`.
 *
 * Nobody: no row. A row whose sums are 0 is one as long as somebody is counted in it.
 *
 * @param failed  0 for the members, one element per patient
 * @param groups  by which each row is split; `null`: by nothing
 */
export function* rowSums(
  columns: RowColumns,
  failed: Uint32Array,
  groups: PatientGroups | null = null,
): Generator<undefined, RowSums, void> {
  const times = yield* timesOfCodes(columns, failed, groups);
  const { rowOf, amounts } = columns;
  const groupCount = groups?.groupCount ?? 1;
  const places = new Uint32Array(times.length);
  const isCounted = new Uint8Array(columns.rowCount * groupCount);
  for (let code = 1; code < rowOf.length; code++) {
    for (let group = 0; group < groupCount; group++) {
      const at = code * groupCount + group;
      places[at] = (rowOf[code] as number) * groupCount + group;
      if (times[at] !== 0) isCounted[places[at] as number] = 1;
    }
  }
  const rows = placesOfOnes(isCounted);
  yield;
  const counted: Record<string, Float64Array> = {};
  for (const [name, ofCode] of Object.entries(amounts)) {
    const sums = new Float64Array(isCounted.length);
    for (let at = groupCount; at < times.length; at++) {
      if (times[at] === 0) continue;
      const place = places[at] as number;
      const amount = ofCode[Math.floor(at / groupCount)] as number;
      sums[place] = (sums[place] as number) + (times[at] as number) * amount;
    }
    const ofRows = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) ofRows[at] = sums[rows[at] as number] as number;
    counted[name] = ofRows;
    yield;
  }
  const told: Record<string, readonly AnswerCell[]> = {};
  const ofRow = groupCount === 1 ? rows : rows.map((row) => Math.floor(row / groupCount));
  for (const [name, cells] of Object.entries(columns.told)) {
    told[name] = cellsAt(ofRow, cells);
    yield;
  }
  const ofGroup = rows.map((row) => row % groupCount);
  for (const [name, cells] of Object.entries(groups?.told ?? {})) {
    told[name] = cellsAt(ofGroup, cells);
  }
  return { rowCount: rows.length, columns: { ...told, ...counted } };
}

function cellsAt(places: Uint32Array, cells: readonly AnswerCell[]): readonly AnswerCell[] {
  const found = new Array<AnswerCell>(places.length).fill(null);
  for (let at = 0; at < places.length; at++) found[at] = cells[places[at] as number] ?? null;
  return found;
}

function placesOfOnes(flags: Uint8Array): Uint32Array {
  const places = new Uint32Array(flags.reduce((sum, flag) => sum + flag, 0));
  let found = 0;
  flags.forEach((flag, place) => {
    if (flag === 1) places[found++] = place;
  });
  return places;
}

/** How often each code stands in the members of a cohort, group by group. */
function* timesOfCodes(
  { codes, starts, rowOf }: RowColumns,
  failed: Uint32Array,
  groups: PatientGroups | null,
): Generator<undefined, Uint32Array, void> {
  const groupCount = groups?.groupCount ?? 1;
  const times = new Uint32Array(rowOf.length * groupCount);
  for (let from = 0; from < failed.length; from += patientsAtOnce) {
    const to = Math.min(from + patientsAtOnce, failed.length);
    for (let patient = from; patient < to; patient++) {
      if (failed[patient] !== 0) continue;
      const group = groupCount === 1 ? 0 : (groups?.groupOf[patient] as number);
      const begin = starts === null ? patient : (starts[patient] as number);
      const end = starts === null ? patient + 1 : (starts[patient + 1] as number);
      for (let at = begin; at < end; at++) {
        const place = (codes[at] as number) * groupCount + group;
        times[place] = (times[place] as number) + 1;
      }
    }
    yield;
  }
  return times;
}
