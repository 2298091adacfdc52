import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { extractContract } from '@data/contracts/extract-contract';
import type { Cell, Engine } from '@data/engine/engine';
import { type TinyExtractOptions, writeTinyExtract } from '@tests/fixtures/tiny-extract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

async function withExtract<T>(options: TinyExtractOptions, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'extract-'));
  try {
    await writeTinyExtract(folder, options);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const opening = (options: TinyExtractOptions) =>
  withExtract(options, async (folder) => {
    const { engine } = await openNativeExtract(folder, extractContract);
    await engine.close();
  });

async function cells(engine: Engine, sql: string): Promise<Cell[][]> {
  const { columns, rowCount } = await engine.query(sql);
  return Array.from({ length: rowCount }, (_, row) =>
    Object.values(columns).map((column) => column[row] ?? null),
  );
}

describe('an extract that keeps its contract', () => {
  let folder: string;
  let engine: Engine;
  let rows: ReadonlyMap<string, number>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'extract-'));
    await writeTinyExtract(folder, { molecularParts: 3 });
    const opened = await openNativeExtract(folder, extractContract);
    engine = opened.engine;
    rows = new Map(opened.tables.map((table) => [table.name, table.present ? table.rows : -1]));
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  test('has every table of the contract, the absent ones empty and reported', async () => {
    expect(rows.get('patient')).toBe(100);
    expect(rows.get('molecular')).toBe(1000);
    expect(rows.get('mutation')).toBe(-1);
    expect(await cells(engine, 'select count(*) from mutation')).toEqual([[0]]);
    const names = await cells(engine, 'select table_name from duckdb_tables() order by 1');
    expect(names.flat()).toEqual(extractContract.tables.map(({ name }) => name).sort());
  });

  test('numbers patients from 0 in the order of patient_id, not of the file', async () => {
    const first = await cells(engine, 'select patient_key, patient_id from patient limit 3');
    expect(first).toEqual([
      [0, 'P000000'],
      [1, 'P000001'],
      [2, 'P000002'],
    ]);
    expect(
      await cells(
        engine,
        'select count(distinct patient_key), min(patient_key), max(patient_key) from patient',
      ),
    ).toEqual([[100, 0, 99]]);
  });

  test('holds patient_key in place of patient_id and links to the right patient', async () => {
    const columns = await cells(
      engine,
      "select column_name, data_type from duckdb_columns() where table_name = 'treatment_line' order by column_index limit 3",
    );
    expect(columns[0]).toEqual(['patient_key', 'INTEGER']);
    expect(columns[1]).toEqual(['line_number', 'INTEGER']);
    expect(String(columns[2]?.[1])).toMatch(/^ENUM\('imatinib'/);
    const wrong = await cells(
      engine,
      'select count(*) from treatment_line join patient using (patient_key) where start_year <> diagnosis_year',
    );
    expect(wrong).toEqual([[0]]);
  });

  test('keeps the rows in the order of the files', async () => {
    // Part 0 holds every third row of a table that goes down in patients and up in days.
    const first = await cells(engine, 'select patient_key, day from molecular order by rowid limit 5');
    expect(first).toEqual([
      [99, 0],
      [99, 273],
      [99, 546],
      [99, 819],
      [98, 182],
    ]);
  });

  test('keeps numbers exactly, nulls as null, and one type for one list of codes', async () => {
    const sums = await cells(engine, 'select bcr_abl1_is_pct from molecular where day = 91 limit 1');
    expect(sums).toEqual([[10 / 3]]);
    expect(
      await cells(engine, 'select count(*) from molecular where bcr_abl1_is_pct is null and not detected'),
    ).toEqual([[100]]);
    const types = await cells(
      engine,
      "select count(*), count(distinct labels) from duckdb_types() where logical_type = 'ENUM' and not internal",
    );
    expect(types[0]?.[0]).toBe(types[0]?.[1]);
  });

  test('leaves no stage behind', async () => {
    expect(
      await cells(engine, "select count(*) from duckdb_tables() where table_name like 'ingest%'"),
    ).toEqual([[0]]);
  });
});

describe('an extract that breaks its contract is refused with counts and rows, never values', () => {
  const secret = 'SECRET';
  const cases: readonly (readonly [string, TinyExtractOptions, object])[] = [
    [
      'a null in a required column',
      { change: [`update patient set sex = null where rowid in (4, 7)`] },
      {
        code: 'null-in-required',
        details: { table: 'patient', column: 'sex', count: 2, file: 'patient.parquet', rows: '5, 8' },
      },
    ],
    [
      'a code outside its list',
      { change: [`update molecular set method = '${secret}' where rowid >= 990`] },
      {
        code: 'unknown-code',
        details: { table: 'molecular', column: 'method', count: 10, rows: '991, 992, 993, 994, 995' },
      },
    ],
    [
      'a code in another case',
      { change: [`update patient set sex = lower(sex) where rowid = 0`] },
      { code: 'unknown-code', details: { table: 'patient', column: 'sex', count: 1, rows: '1' } },
    ],
    [
      'an integer beyond 32 bits',
      {
        change: [
          'alter table patient alter last_contact_day type bigint',
          'update patient set last_contact_day = 3000000000 where rowid = 9',
        ],
      },
      {
        code: 'out-of-range',
        details: { table: 'patient', column: 'last_contact_day', count: 1, rows: '10' },
      },
    ],
    [
      'a NaN where a number belongs',
      { change: [`update diagnosis set spleen_cm = 'nan'::double where rowid = 2`] },
      { code: 'not-a-number', details: { table: 'diagnosis', column: 'spleen_cm', count: 1, rows: '3' } },
    ],
    [
      'an infinity where a number belongs',
      { change: [`update molecular set conversion_factor = 'inf'::double where rowid = 2`] },
      { code: 'not-a-number', details: { table: 'molecular', column: 'conversion_factor' } },
    ],
    [
      'a withdrawn consent',
      { change: [`update patient set consent = 'withdrawn' where rowid = 6`] },
      { code: 'unknown-code', details: { table: 'patient', column: 'consent', count: 1, rows: '7' } },
    ],
    [
      'an age that cannot be',
      { change: ['update patient set age_at_diagnosis_years = 121 where rowid = 3'] },
      {
        code: 'beyond-limits',
        details: { table: 'patient', column: 'age_at_diagnosis_years', count: 1, rows: '4' },
      },
    ],
    [
      'a negative value',
      { change: ['update molecular set bcr_abl1_is_pct = -1 where rowid in (0, 2)'] },
      {
        code: 'beyond-limits',
        details: { table: 'molecular', column: 'bcr_abl1_is_pct', count: 2, rows: '1, 3' },
      },
    ],
    [
      'a national number in place of a pseudonym',
      { change: [`update molecular set laboratory_id = '185067512345678' where rowid in (1, 3)`] },
      {
        code: 'identifying-value',
        details: { table: 'molecular', column: 'laboratory_id', count: 2, rows: '2, 4' },
      },
    ],
    [
      'an e-mail address in a free text',
      { change: [`update prom set scale = 'someone@hospital.example' where rowid = 0`] },
      { code: 'identifying-value', details: { table: 'prom', column: 'scale', count: 1 } },
    ],
    [
      'a patient twice',
      { change: ['insert into patient select * from patient where rowid in (0, 3)'] },
      {
        code: 'duplicate-key',
        details: { table: 'patient', column: 'patient_id', count: 2, rows: '101, 102' },
      },
    ],
    [
      'a sample twice, in another part file',
      {
        molecularParts: 2,
        change: [
          'insert into molecular select * from molecular where rowid = 0',
          'insert into molecular select * from molecular where rowid = 4',
        ],
      },
      {
        code: 'duplicate-key',
        details: { table: 'molecular', count: 2, file: 'molecular/part-0.parquet', rows: '501' },
      },
    ],
    [
      'a sample of an unknown patient',
      { change: [`update molecular set patient_id = '${secret}' where rowid in (1, 5)`] },
      { code: 'orphan-rows', details: { table: 'molecular', column: 'patient_id', count: 2, rows: '2, 6' } },
    ],
    [
      'a patient of an unknown centre',
      { change: [`update patient set centre_id = '${secret}' where rowid = 11`] },
      { code: 'orphan-rows', details: { table: 'patient', column: 'centre_id', count: 1, rows: '12' } },
    ],
    [
      'a required table that is missing',
      { tables: ['patient', 'diagnosis'] },
      { code: 'missing-table', details: { table: 'treatment_line, molecular', count: 2 } },
    ],
  ];

  test.each(cases)('%s', async (_, options, failure) => {
    const error: unknown = await opening(options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject(failure);
    expect(JSON.stringify(error)).not.toContain(secret);
  });

  test('without the table of centres their references are not checked', async () => {
    const tables = ['patient', 'diagnosis', 'treatment_line', 'molecular'];
    await expect(
      opening({ tables, change: [`update patient set centre_id = 'X'`] }),
    ).resolves.toBeUndefined();
  });

  test('columns in another order, case or type that holds the same values give the same tables', async () => {
    const change = [
      'alter table molecular alter day type bigint',
      'alter table molecular alter conversion_factor type decimal(9, 2)',
      'alter table molecular alter control_copies type decimal(12, 0)',
      `create or replace table molecular as select validation, day as "DAY", * exclude (validation, day) from molecular`,
      'alter table molecular rename control_gene to "Control_Gene"',
      'alter table patient alter last_contact_day type hugeint',
      'alter table patient alter last_contact_day type decimal(18, 0)',
    ];
    const content = (options: TinyExtractOptions) =>
      withExtract(options, async (folder) => {
        const { engine } = await openNativeExtract(folder, extractContract);
        const whole = (table: string) =>
          cells(engine, `select md5(string_agg(t::varchar, '|' order by rowid)) from ${table} as t`);
        const answer = [await whole('molecular'), await whole('patient')];
        await engine.close();
        return answer;
      });
    expect(await content({ change })).toEqual(await content({}));
  });

  test('a missing nullable column is loaded as unknown and reported, an extra one is not read', async () => {
    const change = [
      'alter table diagnosis drop transcript',
      'alter table diagnosis add column batch varchar',
    ];
    await withExtract({ change }, async (folder) => {
      const { engine, tables } = await openNativeExtract(folder, extractContract);
      const diagnosis = tables.find(({ name }) => name === 'diagnosis');
      expect(diagnosis).toMatchObject({ missingColumns: ['transcript'], extraColumns: ['batch'], rows: 100 });
      expect(await cells(engine, 'select count(*), count(transcript) from diagnosis')).toEqual([[100, 0]]);
      await engine.close();
    });
  });
});
