import { eventColumn } from '@core/cohort/event-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import eventCodesSql from './event-codes.sql?raw';
import type { Question } from './question';
import { fillSlots, identifier } from './sql-text';

export interface CodesQuestion {
  readonly table: LinkedTable;
  /** A column with an open list of codes; for any other the answer is none. */
  readonly column: string;
}

/** Codes that a rule on an open list can choose from, the frequent ones first. */
export const eventCodes: Question<CodesQuestion, readonly string[]> = {
  id: 'event-codes',
  async ask(engine, { table, column }, options) {
    const vocabulary = eventColumn(table, column);
    if (vocabulary?.kind !== 'category' || vocabulary.levels !== null) return [];
    const statement = fillSlots(eventCodesSql, { table: identifier(table), column: identifier(column) });
    const { columns } = await engine.query(statement, options);
    return Array.from(columns.code ?? [], String);
  },
};
