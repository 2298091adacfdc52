import { lockEngine } from '@data/engine/engine-lock';
import { startWorker } from '@data/engine/trusted-worker';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';

/** DuckDB's own worker without the app around it, so that its lock can be left off. */
export interface EngineDriver {
  /** What SQL answers: nothing, or the words of its error. */
  ask(sql: string): Promise<string>;
}

declare global {
  interface Window {
    startDriver?(locked: boolean): Promise<EngineDriver>;
    driver?: EngineDriver;
  }
}

window.startDriver = async (locked) => {
  const folder = new URL('./duckdb/', window.location.href).href;
  const worker = startWorker(`${folder}duckdb-browser-eh.worker.js`);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(`${folder}duckdb-eh.wasm`);
  await database.open({ path: ':memory:' });
  const connection = await database.connect();
  const run = async (sql: string) => {
    const result = await connection.query(sql);
    const columns: Record<string, (string | number | boolean | null)[]> = {};
    for (const { name } of result.schema.fields) {
      columns[name] = Array.from({ length: result.numRows }, (_, row) => result.getChild(name)?.get(row));
    }
    return { rowCount: result.numRows, columns };
  };
  if (locked) await lockEngine(run, { memoryLimit: '1GB' });
  return {
    ask: (sql) =>
      run(sql).then(
        () => '',
        (error: unknown) => String(error),
      ),
  };
};
