import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import {
  answerValues,
  answerWindow,
  arrangeAnswer,
  columnSummaries,
  forgetAnswer,
  keepAnswer,
  mostRows,
  mostSigns,
  statementPlan,
} from '@data/queries/workbench/kept-answer';
import { readStatement } from '@data/queries/workbench/read-statement';
import { namesIn } from '@data/queries/workbench/script';
import { statementFault } from '@data/queries/workbench/statement-fault';
import { workbenchSchema } from '@data/queries/workbench/workbench-schema';
import { endpointViewName, readyViews } from '@data/queries/workbench/workbench-view';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { signal } = new AbortController();
let engine: Engine;
let made = 0;

beforeAll(async () => {
  engine = await demonstrationEngine();
});

afterAll(() => engine.close());

const keep = (sql: string) => {
  made += 1;
  return keepAnswer(engine, sql, `answer_${made}`, { signal });
};
const rowsOf = async (sql: string) => {
  const answer = await keep(sql);
  return answerWindow(engine, answer, { from: 0, count: 100 }, { signal });
};
const tables = async () =>
  (
    await engine.query(
      "select string_agg(table_name || ':' || estimated_size, ',' order by table_name) as all_tables from duckdb_tables() where database_name = 'extract'",
    )
  ).columns.all_tables?.[0];

describe('an answer that is kept', () => {
  it('has the columns, types and rows of the statement, in its order', async () => {
    const answer = await keep(
      "select i, i::double / 4 as quarter, 'x' || i as name, i > 1 as late, 10::hugeint as huge, [i] as list from range(3) r(i) order by i desc;".replace(
        /;$/,
        '',
      ),
    );
    expect(answer).toMatchObject({ rows: 3, isCut: false });
    expect(answer.columns).toEqual([
      { name: 'i', type: 'BIGINT', kind: 'number' },
      { name: 'quarter', type: 'DOUBLE', kind: 'number' },
      { name: 'name', type: 'VARCHAR', kind: 'text' },
      { name: 'late', type: 'BOOLEAN', kind: 'flag' },
      { name: 'huge', type: 'HUGEINT', kind: 'number' },
      { name: 'list', type: 'BIGINT[]', kind: 'text' },
    ]);
    expect(await answerWindow(engine, answer, { from: 1, count: 5 }, { signal })).toEqual([
      ['1', '0.25', 'x1', 'false', '10', '[1]'],
      ['0', '0.0', 'x0', 'false', '10', '[0]'],
    ]);
    const values = await answerValues.ask(
      engine,
      { answer, columns: ['huge', 'late', 'list'], most: 2 },
      { signal },
    );
    expect(
      Object.fromEntries(Object.entries(values).map(([name, cells]) => [name, Array.from(cells)])),
    ).toEqual({
      huge: [10, 10],
      late: [true, false],
      list: ['[2]', '[1]'],
    });
  });

  it('stops at a million rows and says so', async () => {
    const answer = await keep('from range(1000100)');
    expect(answer).toMatchObject({ rows: mostRows, isCut: true });
    expect(await answerWindow(engine, answer, { from: mostRows - 1, count: 9 }, { signal })).toEqual([
      ['999999'],
    ]);
  });

  it('shows the beginning of a cell that is too long for a screen', async () => {
    const answer = await keep(
      `select repeat('é', ${mostSigns}) as fits, repeat('x', 3000000) as text, range(100000) as list`,
    );
    const [row = []] = await answerWindow(engine, answer, { from: 0, count: 1 }, { signal });
    expect(row[0]).toBe('é'.repeat(mostSigns));
    expect(row[1]).toBe(`${'x'.repeat(mostSigns)}…`);
    expect(row[2]?.length).toBe(mostSigns + 1);
    const [, text] = await columnSummaries.ask(engine, answer, { signal });
    expect(text?.most?.length).toBeLessThanOrEqual(200);
  });

  it('keeps names apart that the statement gave twice', async () => {
    const { columns } = await keep('select 1 as a, 2 as a');
    expect(new Set(columns.map(({ name }) => name)).size).toBe(2);
  });

  it('is ordered and narrowed in the engine', async () => {
    const answer = await keep("select * from (values (1, 'b'), (2, null), (3, 'a')) v(n, t)");
    const shown = await arrangeAnswer(
      engine,
      answer,
      { name: 'shown_1', order: { column: 't', descending: false }, condition: 'n > 0 -- all' },
      { signal },
    );
    expect(await answerWindow(engine, shown, { from: 0, count: 9 }, { signal })).toEqual([
      ['3', 'a'],
      ['1', 'b'],
      ['2', null],
    ]);
    const condition = 'true) ; drop table patient; select (1';
    await expect(
      arrangeAnswer(engine, answer, { name: 'shown_2', order: null, condition }, { signal }),
    ).rejects.toThrow(/multiple statements/);
  });

  it('is summed up by column', async () => {
    const [n, t] = await columnSummaries.ask(
      engine,
      await keep("select * from (values (1, 'b'), (2, null), (3, null), (4, null)) v(n, t)"),
      { signal },
    );
    expect(n).toMatchObject({ rows: 4, unknownShare: 0, least: '1', most: '4', mean: 2.5 });
    expect(n?.deviation).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(t).toMatchObject({ unknownShare: 0.75, distinctValues: 1, mean: null });
  });

  it('of describe, show, summarize, pivot and values is one too', async () => {
    expect((await rowsOf('describe patient'))[0]?.slice(0, 2)).toEqual(['patient_key', 'INTEGER']);
    expect((await rowsOf('show tables')).length).toBeGreaterThan(10);
    expect((await rowsOf('summarize patient')).length).toBe(11);
    expect(await rowsOf('values (1)')).toEqual([['1']]);
    expect(await rowsOf('with a as (select 1 as b) from a -- end')).toEqual([['1']]);
    expect(await rowsOf('pivot (values (1), (1), (2)) v(k) on k in (1, 2) using count(*)')).toEqual([
      ['2', '1'],
    ]);
    expect(await statementPlan(engine, 'select count(*) from patient', { signal })).toMatch(/patient/);
  });
});

describe('a statement that does not read', () => {
  it.each([
    'drop table patient',
    'insert into patient select * from patient',
    'with a as (select 1) insert into patient select * from patient',
    'with a as (select 1) delete from patient',
    'update patient set sex = null',
    'create table leak as select 1',
    "copy patient to 'out.csv'",
    "attach ':memory:' as other",
    'set threads = 1',
    'set variable leak = 1',
    'pragma database_size',
    'install json',
    'load json',
    'call pragma_version()',
    'begin transaction',
    'checkpoint',
    'vacuum',
    "export database 'x'",
    "import database 'x'",
    "copy (select 1) to 'https://foreign.invalid/x.csv'",
    "attach 'https://foreign.invalid/x.duckdb' as other",
    'detach extract',
    'use memory',
    'set enable_external_access = true',
    "set allowed_directories = ['/']",
    'set lock_configuration = false',
    "set global custom_extension_repository = 'https://foreign.invalid'",
    'reset enable_external_access',
    'create secret s (type http)',
    "create view leak as select * from '/etc/passwd'",
    'create macro leak() as 1',
    'prepare leak as select 1',
    'execute leak',
    'alter table patient drop column sex',
    'truncate patient',
    'force install httpfs',
    "load 'https://foreign.invalid/x.duckdb_extension.wasm'",
    'with a as (select 1) update patient set sex = null',
    "with a as (select 1) copy patient to 'out.csv'",
    'from (delete from patient returning *)',
    'with gone as (delete from patient returning *) select * from gone',
    'explain analyze delete from patient',
    'select 1; drop table patient',
    'select 1) as a; drop table patient; select * from (select 1',
    "select 1 /* */) as a; drop table patient; select * from (select '",
  ])('changes nothing: %s', async (sql) => {
    const before = await tables();
    const read = readStatement(sql);
    if (read !== null) {
      const asked = read.kind === 'plan' ? statementPlan(engine, read.sql, { signal }) : keep(read.sql);
      await expect(asked).rejects.toThrow();
    }
    // Whatever the first door says, the second must refuse on its own.
    await expect(keep(sql)).rejects.toThrow();
    expect(await tables()).toBe(before);
  });

  it.each([
    ["select * from read_csv('/etc/passwd')", /Permission Error|disabled/],
    ["from 'https://foreign.invalid/x.csv'", /Permission Error|disabled|Catalog Error/],
    ["select * from glob('*')", /Permission Error|disabled/],
    ["select * from query('drop table patient')", /SELECT/i],
    ["select * from read_text('/etc/passwd')", /Permission Error|disabled/],
    ["select * from read_blob('https://foreign.invalid/x')", /Permission Error|disabled/],
    [
      "select * from read_parquet('https://foreign.invalid/x.parquet')",
      /Permission Error|disabled|Catalog Error/,
    ],
    ["select * from parquet_metadata('x.parquet')", /Permission Error|disabled|Catalog Error/],
    ["select * from sniff_csv('/etc/passwd')", /Permission Error|disabled/],
    ["from '/proc/self/environ'", /Permission Error|disabled|Catalog Error/],
    ["select * from query_table('/etc/passwd')", /Permission Error|disabled|Catalog Error/],
    ["select getenv('HOME')", /Catalog Error|Binder Error|Permission/],
    ["select * from query('select * from read_text(''/etc/passwd'')')", /Permission Error|disabled/],
  ])('reaches nothing from a subquery: %s', async (sql, words) => {
    await expect(keep(sql)).rejects.toThrow(words);
  });
});

describe('the functions of the engine', () => {
  const settings = async () =>
    (
      await engine.query(
        "select string_agg(name || '=' || coalesce(value, ''), ' ' order by name) as all_settings from duckdb_settings()",
      )
    ).columns.all_settings?.[0];
  const refusal = /^Permission Error: the function \w+ is disabled/;

  it.each([
    'from enable_logging()',
    "from enable_logging('QueryLog', storage := 'stdout')",
    "from system.main.Enable_Logging ('QueryLog', storage_path := 'x')",
    'select * from "ENABLE_LOGGING" -- a comment\n ()',
    'from disable_logging/* */()',
    'from truncate_duckdb_logs()',
    "select write_log('P0001')",
    "select 'P0001'.write_log()",
    'from checkpoint()',
    'from force_checkpoint()',
    "from query('from enable_' || 'logging()')",
    "from json_execute_serialized_sql(json_serialize_sql('from enable_logging()'))",
    'select (select count(*) from enable_logging()) from patient',
    'with a as (from enable_logging()) from a',
    'explain analyze select * from enable_logging()',
  ])('that act in spite of the lock are refused: %s', async (sql) => {
    const before = await settings();
    expect(readStatement(sql)).toBeNull();
    await expect(keep(sql)).rejects.toThrow(refusal);
    await expect(statementPlan(engine, sql, { signal })).rejects.toThrow(refusal);
    const answer = await keep('select 1 as one');
    const condition = `exists (${sql})`;
    await expect(
      arrangeAnswer(engine, answer, { name: 'shown_9', order: null, condition }, { signal }),
    ).rejects.toThrow(refusal);
    expect(await settings()).toBe(before);
  });

  it('may be called by the names of columns, and in texts and comments', () => {
    for (const sql of [
      'select query, checkpoint from (select 1 as query, 2 as checkpoint)',
      "select 'enable_logging()' -- enable_logging()",
      'select query.checkpoint from (select 1 as checkpoint) as query',
    ])
      expect(readStatement(sql)?.kind, sql).toBe('rows');
  });

  it('change no setting and no table, whichever is called', async () => {
    const { columns } = await engine.query(
      "select distinct function_name as name, function_type = 'scalar' as is_scalar from duckdb_functions() where function_type in ('table', 'table_macro') or has_side_effects order by name",
    );
    const names = Array.from(columns.name ?? [], String);
    expect(names.length).toBeGreaterThan(60);
    const [setBefore, tablesBefore] = [await settings(), await tables()];
    for (const [place, name] of names.entries()) {
      for (const parameters of ['', "'patient'", '1']) {
        const call = `${name}(${parameters})`;
        const sql = columns.is_scalar?.[place] === true ? `select ${call}` : `from ${call}`;
        await keep(sql).then(
          (answer) => forgetAnswer(engine, answer.name),
          () => undefined,
        );
      }
      expect(await settings(), name).toBe(setBefore);
    }
    expect(await tables()).toBe(tablesBefore);
  });
});

describe('a fault', () => {
  it.each([
    ['select\n  wrong\nfrom patient', 9],
    ['select sex\nfrom patientt', 16],
    ['select 1 fro m x', 13],
    ['select count(*) from patient where', 'select count(*) from patient where'.length],
    [`select ${'sex, '.repeat(60)} wrong from patient`, 308],
  ])('is marked at its place: %s', async (sql, position) => {
    const error = await keep(sql).then(
      () => null,
      (reason: unknown) => reason,
    );
    const fault = statementFault(error, sql);
    expect(fault.message).not.toContain('LINE');
    expect(fault.position).toBe(position);
  });
});

describe('the derived tables', () => {
  const ready = (sql: string, cohorts: Parameters<typeof readyViews>[2] = []) =>
    readyViews(engine, namesIn(sql), cohorts, { signal });

  it('are made of the cohorts that a statement names', async () => {
    const women = {
      ...everyone,
      rules: [{ condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' }],
    } as const;
    const sql = "select count(*) from Cohort_A where sex = 'F' and patient_id is not null";
    await ready(sql, [
      { view: 'cohort', cohort: everyone },
      { view: 'cohort_a', cohort: women },
    ]);
    const counted = (await rowsOf(sql))[0]?.[0];
    expect(await rowsOf("select count(*) from patient where sex = 'F'")).toEqual([[counted]]);
    await expect(rowsOf('select * from cohort')).rejects.toThrow(/does not exist/);
    // Another cohort under the same name takes its place.
    await ready(sql, [{ view: 'cohort_a', cohort: everyone }]);
    expect(await rowsOf('select count(*) from cohort_a')).toEqual(
      await rowsOf('select count(*) from patient'),
    );
  });

  it('are made of endpoints, samples and lines', async () => {
    const name = endpointViewName('overall-survival');
    await ready(`${name} response_sample tki_line`);
    expect(await rowsOf(`select count(*) filter (where event) from ${name}`)).toEqual(
      await rowsOf(
        "select count(*) from patient where vital_status = 'dead' and last_contact_day > greatest(inclusion_day, 0)",
      ),
    );
    expect(await rowsOf('select count(*) from response_sample')).toEqual(
      await rowsOf('select count(*) from molecular'),
    );
    expect((await rowsOf('select count(*) from tki_line'))[0]).not.toEqual(['0']);
  });
});

describe('what a statement may name', () => {
  it('is the tables of the extract with their columns, and the words of the engine', async () => {
    const schema = await workbenchSchema.ask(engine, null, { signal });
    expect(schema.extract.map(({ name }) => name)).toContain('molecular');
    expect(schema.derived.map(({ name }) => name)).toEqual([
      'patient_fact',
      'patient_anchor',
      'molecular_recurrence',
      'visit_value_first_tki',
    ]);
    expect(schema.keywords).toContain('qualify');
    expect(schema.functions).toContain('arg_min');
    expect(schema.types).toContain('hugeint');
  });
});
