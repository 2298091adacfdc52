import { WasmSession } from '@data/engine/wasm-session';
import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { Table, tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';

/** A stream of two batches as duckdb-wasm gives it: its schema, and what follows. */
function inParts() {
  const whole = new Table([
    ...tableFromArrays({ day: Int32Array.of(1, 2) }).batches,
    ...tableFromArrays({ day: Int32Array.of(3) }).batches,
  ]);
  const bytes = tableToIPC(whole, 'stream');
  const schema = tableToIPC(new Table(whole.schema), 'stream');
  const header = schema.subarray(0, schema.length - 8);
  return { header, rest: bytes.subarray(header.length) };
}

/** Stands in for duckdb-wasm: one statement whose answer comes in one part after its schema. */
function session(onFetch: (parts: number) => void) {
  const { header, rest } = inParts();
  let fetched = 0;
  const database = {
    startPendingQuery: async () => header,
    cancelPendingQuery: async () => true,
    fetchQueryResults: async () => {
      onFetch(++fetched);
      return fetched === 1 ? rest : new Uint8Array();
    },
  };
  return new WasmSession(database as unknown as AsyncDuckDB, 1);
}

describe('a session of the engine', () => {
  test('answers with all parts of an answer', async () => {
    const { rowCount, columns } = await session(() => undefined).ask('select day');
    expect(rowCount).toBe(3);
    expect(Array.from(columns.day ?? [])).toEqual([1, 2, 3]);
  });

  test.each([1, 2])(
    'takes no part for the answer when it is cancelled at the fetch of part %i',
    async (at) => {
      const asked: WasmSession = session((parts) => {
        if (parts === at) asked.cancel();
      });
      await expect(asked.ask('select day')).rejects.toThrow('cancelled');
    },
  );
});
