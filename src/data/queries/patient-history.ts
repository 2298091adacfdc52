import { type AnchorDays, singleEvents } from '@core/cohort/anchor-event';
import { eventTable } from '@core/cohort/event-vocabulary';
import { categoryFactIds, numberFactIds, type PatientFacts } from '@core/cohort/fact-vocabulary';
import type { HistoryRow, PatientHistory } from '@core/cohort/patient-history';
import { type LinkedTable, linkedTables } from '@core/cohort/patient-record';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { extractContract } from '@data/contracts/extract-contract';
import type { Cell, Engine } from '@data/engine/engine';
import patientHistorySql from './patient-history.sql?raw';
import type { Question } from './question';
import { fillSlots, identifier } from './sql-text';

type Cells = Readonly<Record<string, Cell>>;

/** A column of the answer and how it is read; codes cross as text, whole and other numbers as numbers. */
interface AskedColumn {
  readonly name: string;
  readonly sql: string;
}

/** Everything that the extract holds of one patient, named by the key that only this page knows; no pseudonym. */
export const patientHistory: Question<number, PatientLevel<PatientHistory>> = {
  id: 'patient-history',
  async ask(engine, patientKey, { signal }) {
    const rowsOf = (table: string, columns: readonly AskedColumn[], order: readonly string[]) =>
      askRows(engine, { table, columns, order, patientKey, signal });
    const [[facts], [anchors], ...tables] = await Promise.all([
      rowsOf('patient_fact', factColumns, ['patient_key']),
      rowsOf('patient_anchor', singleEvents.map(plain), ['patient_key']),
      ...linkedTables.map((table) => rowsOf(table, columnsOf(table), orderOf(table))),
    ]);
    if (facts === undefined || anchors === undefined) throw new RangeError('no patient of this key');
    return patientLevel({
      facts: facts as unknown as PatientFacts,
      anchors: anchors as unknown as AnchorDays,
      rows: Object.fromEntries(
        linkedTables.map((table, at) => [table, tables[at] ?? []]),
      ) as unknown as PatientHistory['rows'],
    });
  },
};

const plain = (name: string): AskedColumn => ({ name, sql: identifier(name) });
const factColumns: readonly AskedColumn[] = [
  ...categoryFactIds.map(plain),
  ...numberFactIds.map((name) => ({ name, sql: `${identifier(name)}::double` })),
];

const contractOf = (table: LinkedTable) => extractContract.tables.find(({ name }) => name === table);

/** The columns of a table but for the pseudonym; codes as text. */
function columnsOf(table: LinkedTable): readonly AskedColumn[] {
  return (contractOf(table)?.columns ?? [])
    .filter(({ name }) => name !== 'patient_id')
    .map(({ name, values }) => ({
      name,
      sql: values === undefined ? identifier(name) : `${identifier(name)}::varchar`,
    }));
}

/** By the day, then by the rest of the key, so that the order is one. */
function orderOf(table: LinkedTable): readonly string[] {
  const key = (contractOf(table)?.key ?? []).filter((name) => name !== 'patient_id');
  return [...new Set([eventTable(table).days[0], ...key])];
}

interface AskedRows {
  readonly table: string;
  readonly columns: readonly AskedColumn[];
  readonly order: readonly string[];
  readonly patientKey: number;
  readonly signal: AbortSignal;
}

async function askRows(
  engine: Engine,
  asked: AskedRows,
): Promise<readonly (Cells | HistoryRow<LinkedTable>)[]> {
  const { table, columns, order, patientKey, signal } = asked;
  const sql = fillSlots(patientHistorySql, {
    table: identifier(table),
    columns: columns.map(({ name, sql }) => `${sql} as ${identifier(name)}`).join(', '),
    order: order.map((name) => `${identifier(table)}.${identifier(name)}`).join(', '),
  });
  const found = await engine.query(sql, {
    values: [patientKey],
    question: `patient-history ${table}`,
    signal,
  });
  return Array.from({ length: found.rowCount }, (_, row) =>
    Object.fromEntries(columns.map(({ name }) => [name, found.columns[name]?.[row] ?? null])),
  );
}
