import { extractContract } from '@data/contracts/extract-contract';
import type { Engine, LayeredEngine, SqlValue } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { prepareIngest } from '@data/queries/ingest/ingest-table';

/** The empty tables of the contract in a native engine, as ingest leaves them: patients by key, nothing enforced. */
export async function startWithEmptyTables(): Promise<LayeredEngine> {
  const engine = await startNativeEngine();
  await prepareIngest(engine, extractContract);
  for (const table of extractContract.tables) {
    const columns = table.columns.map((column) =>
      column.name === 'patient_id' && table.name !== 'patient'
        ? 'patient_key integer'
        : `${column.name} ${column.type}`,
    );
    if (table.name === 'patient') columns.unshift('patient_key integer');
    await engine.run(`create or replace table ${table.name} (${columns.join(', ')})`);
  }
  return engine;
}

/** Puts one row into a table; columns that are not named are null. */
export function putRow(
  engine: Engine,
  table: string,
  row: Readonly<Record<string, SqlValue>>,
): Promise<void> {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  return engine.run(`insert into ${table} (${names.join(', ')}) values (${places})`, {
    values: Object.values(row),
  });
}
