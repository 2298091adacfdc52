import { type CurveGroup, levelsOf } from '@core/analyses/group-variable';
import type { AnswerCell, PatientGroups } from '@core/analyses/row-counts';
import type { Engine } from '@data/engine/engine';
import type { Steps } from './breath';
import { cohortIndex } from './cohort-index';
import type { CategoryColumnOfPatients, FactColumn } from './fact-column';
import { levelsAtHand, readyLevels } from './level-column';

/** What patients are grouped by: a variable of groups, or a fact of the registry. */
export type PatientGroup = CurveGroup | 'centre' | 'centre_type';

/** By the name of a column of the answer: what it holds; `null`: `all`, of everybody. The last columns that tell rows apart. */
export type PatientSplit = Readonly<Record<string, PatientGroup | null>>;

/** The level of every patient, from 1 on; 0 where it is not known. */
interface GroupColumn {
  readonly codes: ArrayLike<number> | null;
  readonly levels: readonly string[];
}

const isFact = (by: PatientGroup): by is 'centre' | 'centre_type' => by === 'centre' || by === 'centre_type';

/** What a split needs, read the first time. */
export async function readyGroups(engine: Engine, split: PatientSplit): Promise<void> {
  for (const by of Object.values(split)) {
    if (by === null) continue;
    if (isFact(by)) await cohortIndex(engine).column(by);
    else await readyLevels(engine, by);
  }
}

/** The groups of a split where all that it needs was read before, as steps; `null` where it was not. */
export function groupsAtHand(engine: Engine, split: PatientSplit): Steps<PatientGroups> | null {
  const columns: [string, GroupColumn][] = [];
  for (const [name, by] of Object.entries(split)) {
    const column = by === null ? everybody : columnAtHand(engine, by);
    if (column === null) return null;
    columns.push([name, column]);
  }
  return groupSteps(columns);
}

const everybody: GroupColumn = { codes: null, levels: ['all'] };

function columnAtHand(engine: Engine, by: PatientGroup): GroupColumn | null {
  if (!isFact(by)) {
    const codes = levelsAtHand(engine, by);
    return codes === undefined ? null : { codes, levels: levelsOf(by) };
  }
  const [column] = cohortIndex(engine).columnsAtHand([by]) ?? [];
  return isCategory(column) ? { codes: column.coded.codes, levels: column.levels } : null;
}

const isCategory = (column: FactColumn | undefined): column is CategoryColumnOfPatients =>
  column?.kind === 'category';

/** Groups in the order of the engine: the levels of each column ascending, who has none last. */
function* groupSteps(columns: readonly [string, GroupColumn][]): Steps<PatientGroups> {
  const patients = Math.max(0, ...columns.map(([, { codes }]) => codes?.length ?? 0));
  const groupOf = new Uint16Array(patients);
  let told: Record<string, readonly AnswerCell[]> = {};
  let groupCount = 1;
  for (const [name, { codes, levels }] of columns) {
    const cells: AnswerCell[] = [...levels.toSorted(), null];
    const places = Uint16Array.from([null, ...levels], (level) => cells.indexOf(level));
    const width = codes === null ? 1 : cells.length;
    for (let patient = 0; codes !== null && patient < patients; patient++) {
      groupOf[patient] = (groupOf[patient] as number) * width + (places[codes[patient] as number] as number);
    }
    told = Object.fromEntries(
      Object.entries(told).map(([before, some]) => [
        before,
        some.flatMap((cell) => Array.from({ length: width }, () => cell)),
      ]),
    );
    told[name] = Array.from({ length: groupCount * width }, (_, group) => cells[group % width] ?? null);
    groupCount *= width;
    yield;
  }
  return { told, groupCount, groupOf };
}
