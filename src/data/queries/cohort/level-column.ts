import { type CurveGroup, levelsOf } from '@core/analyses/group-variable';
import type { Engine } from '@data/engine/engine';
import { groupLevelSql } from '../group-level';
import { fillSlots, literal } from '../sql-text';
import { KeptColumns, numbersOf } from './kept-columns';
import levelColumnSql from './level-column.sql?raw';

/** Of every patient: place in `levelsOf` of the variable, from 1 on; 0 where it is not known. `null`: all are in one group. */
export type LevelColumn = Uint8Array | null;

const levels = new KeptColumns<Uint8Array>(16);

export const forgetLevels = (engine: Engine): void => levels.forget(engine);

/** The levels of a variable, read the first time. */
export async function readyLevels(engine: Engine, groupBy: CurveGroup | null): Promise<LevelColumn> {
  if (groupBy === null) return null;
  return levels.ready(engine, groupBy, async () => {
    const slots = { levels: literal(levelsOf(groupBy)), level: groupLevelSql(groupBy) };
    const { columns } = await engine.query(fillSlots(levelColumnSql, slots));
    return Uint8Array.from(numbersOf(columns.level));
  });
}

/** The same where it was read before; `undefined` where it was not. */
export function levelsAtHand(engine: Engine, groupBy: CurveGroup | null): LevelColumn | undefined {
  return groupBy === null ? null : (levels.atHand(engine, groupBy) ?? undefined);
}
