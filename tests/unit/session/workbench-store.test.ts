import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { statementsOf } from '@data/queries/workbench/script';
import { WorkbenchStore } from '@session/workbench-store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let engine: Engine;
let store: WorkbenchStore;

beforeAll(async () => {
  engine = await startNativeEngine();
});
afterAll(() => engine.close());
beforeEach(() => {
  store = new WorkbenchStore();
  store.follow(engine);
});

const place = () => ({ engine, cohorts: [{ view: 'cohort', cohort: everyone }] });
const run = async (sql: string, tab = store.state().chosen) => {
  const [statement] = statementsOf(sql);
  if (statement !== undefined) await store.run(tab, statement, place());
};
const outcome = () => store.state().tabs.find(({ id }) => id === store.state().chosen)?.outcome;
const tables = async () =>
  Array.from(
    (
      await engine.query(
        "select table_name from duckdb_tables() where table_name ~ '(answer|arranged)_[0-9]+'",
      )
    ).columns.table_name ?? [],
    String,
  );

describe('the workbench', () => {
  it('keeps one answer per tab and forgets the one before', async () => {
    await run('select 1 as a');
    await run('select 2 as a');
    expect(outcome()).toMatchObject({ kind: 'answered', answer: { rows: 1 } });
    expect(await tables()).toHaveLength(1);
    await store.arrange(store.state().chosen, engine, { condition: 'a > 2' });
    expect(outcome()).toMatchObject({ shown: { rows: 0 }, answer: { rows: 1 } });
    await store.arrange(store.state().chosen, engine, { condition: 'b > 2' });
    expect(outcome()).toMatchObject({ shown: { rows: 0 }, condition: 'a > 2' });
    expect(outcome()).toHaveProperty('arrangeFault', expect.stringContaining('"b"'));
    store.close(store.state().chosen);
    await engine.query('select 1');
    expect(await tables()).toEqual([]);
    expect(store.state().tabs).toHaveLength(1);
  });

  it('says where a fault is in the script, and refuses what does not read', async () => {
    const script = 'select 1;\nselect wrong';
    const [, second] = statementsOf(script);
    if (second !== undefined) await store.run(store.state().chosen, second, place());
    expect(outcome()).toMatchObject({ kind: 'failed', fault: { position: script.indexOf('wrong') } });
    await run('explain select wrong');
    expect(outcome()).toMatchObject({ kind: 'failed', fault: { position: 'explain select '.length } });
    await run('drop table x');
    expect(outcome()).toEqual({ kind: 'refused', position: 0 });
    await run('explain select 1');
    expect(outcome()).toMatchObject({ kind: 'planned' });
  });

  it('cancels what runs, and answers what comes after', async () => {
    const long = run('select count(*) from range(100000000000) where range % 3 = 1');
    await new Promise((wait) => setTimeout(wait, 30));
    expect(outcome()).toMatchObject({ kind: 'running' });
    store.cancel(store.state().chosen);
    expect(outcome()).toEqual({ kind: 'cancelled' });
    await long;
    await run('select 1 as a');
    expect(outcome()).toMatchObject({ kind: 'answered' });
    expect(store.state().past.map(({ ended }) => ended)).toEqual(['answered', 'cancelled']);
  });

  it('keeps scripts apart, and closes the oldest beyond the limit', () => {
    const ids = Array.from({ length: 20 }, (_, at) => store.open(`select ${at}`));
    expect(store.state().tabs).toHaveLength(12);
    expect(store.state().chosen).toBe(ids.at(-1));
    expect(store.script(ids.at(-1) ?? '')).toBe('select 19');
    expect(store.script(ids[0] ?? '')).toBe('');
  });

  it('forgets answers with the extract they are of', async () => {
    await run('select 1 as a');
    const other = await startNativeEngine();
    store.follow(other);
    expect(outcome()).toBeNull();
    await other.close();
  });
});
