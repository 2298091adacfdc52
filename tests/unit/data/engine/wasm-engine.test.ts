import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { WasmEngine } from '@data/engine/wasm-engine';
import { Table, tableFromArrays, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Stands in for duckdb-wasm: answers the questions of the lock and `select 7`, never answers `forever`. */
const duckdb = vi.hoisted(() => ({
  answer: (_sql: string): Uint8Array => new Uint8Array(),
  atOnce: [] as string[],
}));

vi.mock('@duckdb/duckdb-wasm', () => ({
  VoidLogger: class {},
  AsyncDuckDB: class {
    instantiate = async () => null;
    open = async () => undefined;
    connectInternal = async () => 1;
    terminate = async () => undefined;
    disconnect = async () => undefined;
    cancelPendingQuery = async () => true;
    getVersion = async () => 'v0';
    insertArrowFromIPCStream = () => new Promise(() => undefined);
    fetchQueryResults = async () => new Uint8Array();
    pollPendingQuery = async () => null;
    startPendingQuery = async (_: number, sql: string) => {
      if (sql.includes('forever')) return new Promise(() => undefined);
      return duckdb.answer(sql);
    };
    runQuery = async (_: number, sql: string) => {
      duckdb.atOnce.push(sql);
      return sql.includes('forever') ? new Promise(() => undefined) : duckdb.answer(sql);
    };
  },
}));

const worker = new EventTarget();
vi.mock('@data/engine/trusted-worker', () => ({ startWorker: () => worker }));

const settings: Readonly<Record<string, string>> = {
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
  allow_community_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
};

duckdb.answer = (sql) => {
  if (sql.includes('glob(')) throw new Error('Permission Error: disabled');
  const text = (cells: readonly string[]) => vectorFromArray(cells, new Utf8());
  const table = sql.includes('duckdb_settings')
    ? new Table({ name: text(Object.keys(settings)), value: text(Object.values(settings)) })
    : tableFromArrays({ seven: Int32Array.of(7) });
  return tableToIPC(table, 'stream');
};

describe('the engine of the page', () => {
  let engine: WasmEngine;
  beforeEach(async () => {
    vi.stubGlobal('location', { href: 'http://127.0.0.1/' });
    const { startWasmEngine } = await import('@data/engine/wasm-engine');
    engine = await startWasmEngine();
  });
  afterEach(async () => {
    await engine.close();
    vi.unstubAllGlobals();
  });

  const quick = { question: 'primed' };

  test('rejects what runs, what waits and what comes later when its worker dies', async () => {
    await engine.query('select 7', quick);
    const running = [engine.query('forever', quick), engine.query('forever and ever', quick)];
    const waiting = [
      engine.query('select 7'),
      engine.run('select 7'),
      engine.insertArrowStream('t', new Uint8Array(1)),
      engine.query('select 7', quick),
    ];
    worker.dispatchEvent(new Event('error'));
    const outcomes = await Promise.allSettled([...running, ...waiting, engine.query('select 7')]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } });
    }
  });

  test('rejects what runs alone when its worker dies', async () => {
    const running = engine.query('forever');
    worker.dispatchEvent(new Event('error'));
    await expect(running).rejects.toMatchObject({ code: 'engine-stopped' });
  });

  test('keeps no answer that the page has let go', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const answers: WeakRef<object>[] = [];
    for (let time = 0; time < 5; time += 1) answers.push(new WeakRef(await engine.query('select 7')));
    for (let time = 0; time < 5; time += 1) answers.push(new WeakRef(await engine.query('select 7', quick)));
    // The last answer may still stand in a register.
    await engine.query('select 7');
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    expect(answers.filter((answer) => answer.deref() !== undefined).length).toBe(0);
  });

  test('asks a quick question in one message, with its values', async () => {
    await engine.query('select ? as seven', { ...quick, values: [7] });
    duckdb.atOnce.length = 0;
    await engine.query('select ? as seven -- so', { ...quick, values: [7] });
    expect(duckdb.atOnce).toEqual([
      "prepare at_once as select ? as seven -- so\n;execute at_once('7'::INTEGER)",
    ]);
  });
});
