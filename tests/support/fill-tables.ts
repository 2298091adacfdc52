import { linkedTables, type PatientRecord } from '@core/cohort/patient-record';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import type { Engine } from '@data/engine/engine';

type Cells = Readonly<Record<string, unknown>>;

/**
 * Replaces what is in the tables of `startWithEmptyTables` by these records: `patient_key` is the place in the list.
 * A table that is absent from the extract stays empty, as ingest leaves it.
 */
export async function fillTables(engine: Engine, records: readonly PatientRecord[]): Promise<void> {
  const statements = extractContract.tables.map(({ name }) => `delete from ${name}`);
  for (const { name, columns } of extractContract.tables) {
    const rows = rowsOf(name as ExtractTableName, records);
    if (rows.length === 0) continue;
    const names = columns.map((column) => column.name);
    if (name === 'patient') names.unshift('patient_key');
    else if (names[0] === 'patient_id') names[0] = 'patient_key';
    const tuples = rows.map((row) => `(${names.map((column) => sqlCell(row[column])).join(', ')})`);
    statements.push(`insert into ${name} (${names.join(', ')}) values ${tuples.join(', ')}`);
  }
  await engine.run(statements.join(';\n'));
}

function rowsOf(table: ExtractTableName, records: readonly PatientRecord[]): readonly Cells[] {
  if (table === 'centre') {
    const centres = records.flatMap(({ centre }) =>
      centre === null ? [] : [[centre.centre_id, centre] as const],
    );
    return [...new Map<string, object>(centres).values()] as Cells[];
  }
  return records.flatMap((record, patient_key) =>
    recordRows(table, record).map((row) => ({ ...row, patient_key })),
  );
}

function recordRows(table: ExtractTableName, record: PatientRecord): readonly object[] {
  if (table === 'patient') return [record.patient];
  if (table === 'diagnosis') return record.diagnosis === null ? [] : [record.diagnosis];
  return linkedTables.flatMap((linked): readonly object[] => (linked === table ? record.rows[linked] : []));
}

/** A cell as SQL. Fractions are written with an exponent: DuckDB reads them as the very same double, not as a decimal. */
function sqlCell(cell: unknown): string {
  if (cell === null || cell === undefined) return 'null';
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : cell.toExponential();
  if (typeof cell === 'boolean') return String(cell);
  return `'${String(cell).replaceAll("'", "''")}'`;
}
