import { readFileSync } from 'node:fs';
import { ordinaryRows } from '@commands/generate/ordinary-rows';
import { linkedTables, type PatientRecord } from '@core/cohort/patient-record';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { parse } from 'yaml';

type Rows = readonly Readonly<Record<string, unknown>>[];
type ExampleRows = Readonly<Partial<Record<ExtractTableName, Rows>>>;

export interface RuleExample {
  readonly valid: ExampleRows;
  readonly invalid: ExampleRows;
}

/** The examples beside the contract, by the id of their rule. */
export function readRuleExamples(): ReadonlyMap<string, RuleExample> {
  return new Map(Object.entries(parse(readFileSync('data-contracts/rule-examples.yaml', 'utf8'))));
}

/** The rows of an example as patients: all rows are those of the first one, with what they do not say filled in. */
export function exampleRecords(example: ExampleRows): readonly PatientRecord[] {
  const rowsOf = (table: keyof typeof ordinaryRows, patient_id: string, rows: Rows) =>
    rows.map((row) => ({ patient_id, ...ordinaryRows[table], ...row }));
  return (example.patient ?? [{}]).map((patient, index) => {
    const id = `P${index + 1}`;
    const given = (table: ExtractTableName) => (index === 0 ? (example[table] ?? []) : []);
    const [diagnosis] = rowsOf('diagnosis', id, index === 0 ? (example.diagnosis ?? [{}]) : [{}]);
    return {
      patient: { patient_id: id, ...ordinaryRows.patient, ...patient },
      diagnosis: diagnosis ?? null,
      centre: null,
      rows: Object.fromEntries(linkedTables.map((table) => [table, rowsOf(table, id, given(table))])),
      present: new Set(extractTableNames),
    } as unknown as PatientRecord;
  });
}
