import { ordinaryRows } from '@commands/generate/ordinary-rows';
import type { MatchedPatient } from '@core/cohort/cohort-matcher';
import { deriveAnchors, deriveFacts } from '@core/cohort/derive-facts';
import { linkedTables, type PatientRecord } from '@core/cohort/patient-record';
import { extractTableNames } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import { touchesPatients } from '@data/queries/quality/check-rules';
import type { Spec } from './chapter';
import { cellValue, type DrawnTable, readDrawn } from './drawn-table';

/** The patients of a spec: everyone who is named in one of its tables, from 1 on. */
export function drawnPatients(
  { tables, absent = [], broken = '' }: Spec,
  expected: DrawnTable | null,
): readonly MatchedPatient[] {
  const drawn = new Map(Object.entries(tables).map(([name, text]) => [name, readDrawn(text)]));
  const named = [...drawn.values(), ...(expected === null ? [] : [expected])];
  const patients = Math.max(...named.flatMap(({ rows }) => rows.map(({ patient }) => Number(patient))));
  const present = new Set(extractTableNames.filter((name) => !absent.includes(name)));
  const breakers = broken === '' ? [] : readDrawn(broken).rows;
  const checked = new Set(
    qualityRules
      .filter((rule) => touchesPatients(rule) && rule.reads.every((table) => present.has(table)))
      .map(({ id }) => id),
  );
  return Array.from({ length: patients }, (_, key) => {
    const patient = String(key + 1);
    const record = recordOf(patient, drawn, present);
    const own = breakers.flatMap((row) =>
      row.patient === patient && row.rule !== undefined ? [row.rule] : [],
    );
    const quality = { checked, broken: new Set(own) };
    return { record, facts: deriveFacts(record), days: deriveAnchors(record), quality };
  });
}

type Drawn = ReadonlyMap<string, DrawnTable>;

function recordOf(patient: string, drawn: Drawn, present: PatientRecord['present']): PatientRecord {
  const rows = (table: keyof typeof ordinaryRows) =>
    (drawn.get(table)?.rows ?? [])
      .filter((row) => row.patient === patient)
      .map(({ patient: _, ...cells }) => ({
        patient_id: `P${patient.padStart(3, '0')}`,
        ...known(table, cells),
      }));
  const only = (table: 'patient' | 'diagnosis') =>
    rows(table)[0] ?? { patient_id: `P${patient.padStart(3, '0')}`, ...ordinaryRows[table] };
  return {
    patient: only('patient') as unknown as PatientRecord['patient'],
    diagnosis: only('diagnosis') as unknown as PatientRecord['diagnosis'],
    centre: null,
    rows: Object.fromEntries(
      linkedTables.map((table) => [table, rows(table)]),
    ) as unknown as PatientRecord['rows'],
    present,
  };
}

/** The cells drawn, over the defaults. @throws RangeError for a column that the table does not have */
function known(table: keyof typeof ordinaryRows, cells: Readonly<Record<string, string>>) {
  const columns = extractContract.tables.find(({ name }) => name === table)?.columns ?? [];
  const values = Object.entries(cells).map(([name, cell]) => {
    const column = columns.find((one) => one.name === name);
    if (column === undefined) throw new RangeError(`${table} has no column ${name}`);
    return [name, cellValue(cell, column.type)];
  });
  return { ...ordinaryRows[table], ...Object.fromEntries(values) };
}
