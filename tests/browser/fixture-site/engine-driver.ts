import { lockEngine } from '@data/engine/engine-lock';
import { startWorker } from '@data/engine/trusted-worker';
import { startWasmEngine } from '@data/engine/wasm-engine';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';

/** DuckDB's own worker with the app's lock left off or on, or the engine of the app itself. */
export type EngineKind = 'unlocked' | 'locked' | 'app';

export interface EngineDriver {
  /** What SQL answers: nothing, or the words of its error. */
  ask(sql: string): Promise<string>;
}

declare global {
  interface Window {
    startDriver?(kind: EngineKind): Promise<EngineDriver>;
    driver?: EngineDriver;
  }
}

const driver = (run: (sql: string) => Promise<unknown>): EngineDriver => ({
  ask: (sql) =>
    run(sql).then(
      () => '',
      (error: unknown) => `${error} ${error instanceof Error ? (error.cause ?? '') : ''}`,
    ),
});

window.startDriver = async (kind) => {
  if (kind === 'app') {
    const engine = await startWasmEngine();
    return driver((sql) => engine.query(sql));
  }
  const folder = new URL('./duckdb/', window.location.href).href;
  const worker = startWorker(`${folder}duckdb-browser-eh.worker.js`);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(`${folder}duckdb-eh.wasm`);
  await database.open({ path: ':memory:' });
  const [connection, above] = [await database.connect(), await database.connect()];
  const on = (one: typeof connection) => async (sql: string) => {
    const result = await one.query(sql);
    const columns: Record<string, (string | number | boolean | null)[]> = {};
    for (const { name } of result.schema.fields) {
      columns[name] = Array.from({ length: result.numRows }, (_, row) => result.getChild(name)?.get(row));
    }
    return { rowCount: result.numRows, columns };
  };
  const run = on(connection);
  if (kind === 'locked') await lockEngine(run, on(above), { memoryLimit: '1GB' });
  return driver(run);
};
