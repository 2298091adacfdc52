import { extractTableNames } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import { AnswerRow } from '../ask-cohort';
import type { Question } from '../question';
import { fillSlots, literal } from '../sql-text';
import engineWordsSql from './engine-words.sql?raw';
import standingColumnsSql from './standing-columns.sql?raw';

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
}

export interface SchemaTable {
  readonly name: string;
  readonly columns: readonly SchemaColumn[];
}

/** Tables of the contract that stand, then those derived from them once per extract. */
export interface WorkbenchSchema {
  readonly extract: readonly SchemaTable[];
  readonly derived: readonly SchemaTable[];
  readonly keywords: readonly string[];
  readonly functions: readonly string[];
  readonly types: readonly string[];
}

/** Made once per extract by `deriveTables`, for everybody to ask. */
export const derivedTables = [
  'patient_fact',
  'patient_anchor',
  'molecular_recurrence',
  'visit_value_first_tki',
] as const;
export type DerivedTable = (typeof derivedTables)[number];

/** Columns of the tables that are made when a statement names them; a cohort has those of `patient_fact` and `patient_id`. */
export const madeColumns = {
  response_sample: ['patient_key', 'day', 'response_class', 'bcr_abl1_is_pct', 'detected'],
  tki_line: ['patient_key', 'drug', 'start_day', 'stop_day', 'stop_reason', 'end_day', 'position'],
  endpoint: ['patient_key', 'excluded', 'entry_day', 'exit_day', 'cause', 'event'],
} as const;

/** What a statement may name, and the words of the engine's SQL: the editor completes and colours by them. */
export const workbenchSchema: Question<null, WorkbenchSchema> = {
  id: 'workbench-schema',
  async ask(engine, _, { signal }) {
    const tables = [...extractTableNames, ...derivedTables];
    const standing = await engine.query(fillSlots(standingColumnsSql, { tables: literal(tables) }), {
      signal,
    });
    const columns = new Map<string, SchemaColumn[]>();
    for (let at = 0; at < standing.rowCount; at++) {
      const row = new AnswerRow(standing, at);
      const table = row.text('table_name') ?? '';
      const list = columns.get(table) ?? [];
      columns.set(table, list);
      list.push({ name: row.text('column_name') ?? '', type: row.text('data_type') ?? '' });
    }
    const words = await engine.query(engineWordsSql, { signal });
    const wordsOf = (kind: string) =>
      Array.from({ length: words.rowCount }, (_row, at) => new AnswerRow(words, at))
        .filter((row) => row.text('kind') === kind)
        .map((row) => row.text('word') ?? '');
    const standingOf = (names: readonly string[]) =>
      names.flatMap((name) => {
        const found = columns.get(name);
        return found === undefined ? [] : [{ name, columns: found }];
      });
    return {
      extract: standingOf(extractContract.tables.map(({ name }) => name)),
      derived: standingOf(derivedTables),
      keywords: wordsOf('keyword'),
      functions: wordsOf('function'),
      types: wordsOf('type'),
    };
  },
};
