import type { Engine } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { caseDifference, engineCases } from '@tests/fixtures/engine-cases';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe('the native engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startNativeEngine();
  });
  afterAll(() => engine.close());

  test('runs the DuckDB that duckdb-wasm carries', () => {
    expect(engine.version).toBe('v1.4.3');
  });

  test.each(engineCases)('$name', async (engineCase) => {
    const options = engineCase.values === undefined ? {} : { values: engineCase.values };
    const answer = await engine
      .query(engineCase.sql, options)
      .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }));
    expect(caseDifference(engineCase, answer)).toBeNull();
  });

  test('an aborted query stops and the next one is answered', async () => {
    const abort = new AbortController();
    const slow = engine.query(
      'select count(*)::double as n from range(1e5::bigint) a(i), range(1e5::bigint) b(j) where i * j > 7',
      {
        signal: abort.signal,
      },
    );
    const next = engine.query('select 1 as n');
    setTimeout(() => abort.abort(new Error('stale')), 20);
    await expect(slow).rejects.toThrow('stale');
    expect((await next).columns.n?.[0]).toBe(1);
  });

  test('what does not fit in memory is refused, and no row goes into a file', async () => {
    const small = await startNativeEngine({ memoryLimit: '60MB' });
    const settings = await small.query("select value from duckdb_settings() where name = 'temp_directory'");
    expect(settings.columns.value?.[0]).toBe('');
    await expect(
      small.run('create table t as select md5(i::varchar) as text from range(5000000) as r(i)'),
    ).rejects.toThrow();
    await small.close();
  });

  test('a closed engine refuses with a typed failure', async () => {
    const other = await startNativeEngine();
    await other.close();
    await expect(other.query('select 1')).rejects.toMatchObject({ code: 'engine-stopped' });
  });
});
