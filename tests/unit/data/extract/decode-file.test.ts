import { openAsBlob, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableContract } from '@data/contracts/contract';
import { decodeFile } from '@data/extract/decode-file';
import { batchRows, type DecodedFacts } from '@data/extract/decoder';
import type { FileFormat } from '@data/extract/table-file';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  Bool,
  DateDay,
  Dictionary,
  Float16,
  Float32,
  Float64,
  Int32,
  Int64,
  LargeUtf8,
  Message,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { initSync, readParquet } from 'parquet-wasm/esm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const words = { en: '', fr: '' };
const column = (name: string, type: 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN', nullable = true) => ({
  name,
  type,
  nullable,
  description: words,
});
const table: TableContract = {
  name: 'sample',
  required: true,
  grain: words,
  description: words,
  key: ['id'],
  columns: [
    column('id', 'VARCHAR', false),
    column('day', 'INTEGER', false),
    column('value', 'DOUBLE'),
    column('seen', 'BOOLEAN'),
    column('absent', 'DOUBLE'),
  ],
};

const rowsOf = `select 'P' || i as id, i::integer as day, case when i % 3 = 0 then null else i / 7.0::double end as value, i % 2 = 0 as seen`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-'));
  initSync({
    module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')),
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function parquet(select: string, options = ''): Promise<Blob> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    threads: '1',
  });
  const connection = await instance.connect();
  const path = join(folder, `${Math.abs(hash(select + options))}.parquet`);
  await connection.run(`copy (${select}) to '${path}' (format parquet${options})`);
  connection.closeSync();
  return openAsBlob(path);
}

const hash = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);

async function decoded(
  blob: Blob,
  format: FileFormat,
): Promise<{ facts: DecodedFacts; sizes: number[]; rows: unknown[][] }> {
  const file = await decodeFile({ blob, path: `sample.${format}`, format, table });
  const sizes: number[] = [];
  const rows: unknown[][] = [];
  for (let batch = await file.next(); batch !== null; batch = await file.next()) {
    sizes.push(batch.rows);
    const back = tableFromIPC(batch.bytes);
    expect(back.numRows).toBe(batch.rows);
    for (const row of back) rows.push(Object.values(row.toJSON()));
  }
  return { facts: file.facts, sizes, rows };
}

const refusal = async (blob: Blob, format: FileFormat) =>
  decodeFile({ blob, path: 'file', format, table }).then(
    () => null,
    (error: unknown) => error,
  );

const arrow = (columns: Readonly<Record<string, Vector>>, as: 'file' | 'stream') =>
  new Blob([tableToIPC(new Table(columns), as) as Uint8Array<ArrayBuffer>]);

/** Where each message of an IPC stream ends, by the widths that readers report; the last one is the end mark. */
function messageEnds(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const ends: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getInt32(at + 4, true);
    const body = length === 0 ? 0 : Message.decode(bytes.subarray(at + 8, at + 8 + length)).bodyLength;
    at += 8 + length + body;
    ends.push(at);
  }
  return ends;
}

const columns = (n: number) => ({
  id: vectorFromArray(
    Array.from({ length: n }, (_, i) => `P${i}`),
    new Utf8(),
  ),
  day: vectorFromArray(
    Array.from({ length: n }, (_, i) => i),
    new Int32(),
  ),
  value: vectorFromArray(
    Array.from({ length: n }, (_, i) => (i % 3 === 0 ? null : i / 7)),
    new Float64(),
  ),
  seen: vectorFromArray(
    Array.from({ length: n }, (_, i) => i % 2 === 0),
    new Bool(),
  ),
});

const expectedRow = (i: number) => [`P${i}`, i, i % 3 === 0 ? null : i / 7, i % 2 === 0];

describe('a Parquet file', () => {
  test.each([
    ['snappy', ''],
    ['zstd', ', compression zstd'],
    ['gzip', ', compression gzip'],
    ['lz4_raw', ', compression lz4_raw'],
    ['no compression', ', compression uncompressed'],
    ['many row groups', ', row_group_size 2048'],
    ['version 2 encodings', ', parquet_version v2'],
  ])('written with %s is decoded row by row', async (_, options) => {
    const { rows, facts } = await decoded(
      await parquet(`${rowsOf} from range(5000) r(i)`, options),
      'parquet',
    );
    expect(rows.length).toBe(5000);
    expect(facts).toEqual({ announcedRows: 5000, extraColumns: [], missingColumns: ['absent'] });
    for (const i of [0, 1, 2047, 2048, 4999]) expect(rows[i]).toEqual(expectedRow(i));
  });

  test('of one large row group comes in bounded batches', { timeout: 30_000 }, async () => {
    const blob = await parquet(`${rowsOf} from range(300000) r(i)`, ', row_group_size 400000');
    const { sizes, rows } = await decoded(blob, 'parquet');
    expect(Math.max(...sizes)).toBe(batchRows);
    expect(sizes.reduce((a, b) => a + b)).toBe(300_000);
    expect(rows[299_999]).toEqual(expectedRow(299_999));
  });

  test('with other columns is projected to the declared ones, in the spelling of the file', async () => {
    const blob = await parquet(
      `select 1 as batch, 'P1' as "ID", 7 as "Day", 2.5::float as value, true as seen`,
    );
    const { rows, facts } = await decoded(blob, 'parquet');
    expect(rows).toEqual([['P1', 7, 2.5, true]]);
    expect(facts.extraColumns).toEqual(['batch']);
  });

  test('with decimals and 64-bit integers is accepted', async () => {
    const blob = await parquet(`select 'P1' as id, 7::decimal(9, 0) as day, 2.50::decimal(10, 2) as value`);
    expect((await decoded(blob, 'parquet')).sizes).toEqual([1]);
    const wide = await parquet(`select 'P1' as id, 7::bigint as day, 2::hugeint::double as value`);
    expect((await decoded(wide, 'parquet')).rows).toEqual([['P1', 7n, 2]]);
  });

  test('without rows gives no batch', async () => {
    const { sizes, facts } = await decoded(await parquet(`${rowsOf} from range(0) r(i)`), 'parquet');
    expect(sizes).toEqual([]);
    expect(facts.announcedRows).toBe(0);
  });

  const refused: readonly (readonly [string, string, object])[] = [
    [
      'a date',
      "date '2020-01-01' as day",
      { code: 'date-type', details: { column: 'day', wanted: 'INTEGER' } },
    ],
    ['a timestamp', "timestamp '2020-01-01' as day", { code: 'date-type' }],
    [
      'text where a number belongs',
      "'7' as day",
      {
        code: 'wrong-type',
        details: { table: 'sample', column: 'day', file: 'file', found: 'utf8', wanted: 'INTEGER' },
      },
    ],
    [
      'a double where an integer belongs',
      '7.0::double as day',
      { code: 'wrong-type', details: { found: 'float64' } },
    ],
    [
      'a fraction where an integer belongs',
      '7.0::decimal(5, 1) as day',
      { code: 'wrong-type', details: { found: 'decimal' } },
    ],
    [
      'a column named after a person',
      `7 as day, 'x' as "Prénom"`,
      { code: 'identifying-column', details: { table: 'sample', column: 'Prénom', file: 'file' } },
    ],
    [
      'hundreds of columns',
      `7 as day, ${Array.from({ length: 500 }, (_, i) => `${i} as c${i}`).join(', ')}`,
      { code: 'too-many-columns', details: { found: 502, limit: 500 } },
    ],
    ['a list', '[7] as day', { code: 'unsupported-type', details: { found: 'list' } }],
    [
      'a missing required column',
      '7 as other',
      { code: 'missing-column', details: { column: 'day', count: 1 } },
    ],
  ];

  test.each(refused)('with %s is refused', async (_, cell, failure) => {
    expect(await refusal(await parquet(`select 'P1' as id, ${cell}`), 'parquet')).toMatchObject(failure);
  });

  test('compressed with brotli is refused before it is decoded', async () => {
    const blob = await parquet(`${rowsOf} from range(100) r(i)`, ', compression brotli');
    expect(await refusal(blob, 'parquet')).toMatchObject({
      code: 'unsupported-codec',
      details: { codec: 'BROTLI' },
    });
  });

  test('that is none, is empty, encrypted, cut or broken is named', async () => {
    const good = await parquet(`${rowsOf} from range(100) r(i)`);
    const bytes = new Uint8Array(await good.arrayBuffer());
    expect(await refusal(new Blob(['patient_id,sex\n1,F\n']), 'parquet')).toMatchObject({
      code: 'not-parquet',
    });
    expect(await refusal(new Blob([]), 'parquet')).toMatchObject({ code: 'empty-file' });
    expect(await refusal(new Blob([bytes.slice(0, -4), 'PARE']), 'parquet')).toMatchObject({
      code: 'encrypted',
    });
    expect(await refusal(new Blob([bytes.slice(0, -9)]), 'parquet')).toMatchObject({ code: 'damaged-file' });
    expect(await refusal(new Blob(['PAR1', 'xxxxxxxxxxxx', 'PAR1']), 'parquet')).toMatchObject({
      code: 'damaged-file',
    });
  });
});

describe('an Arrow file', () => {
  test.each(['file', 'stream'] as const)('as IPC %s is decoded row by row', async (as) => {
    const { rows, facts } = await decoded(arrow(columns(1000), as), 'arrow');
    expect(rows.length).toBe(1000);
    expect(facts).toEqual({ announcedRows: null, extraColumns: [], missingColumns: ['absent'] });
    for (const i of [0, 1, 999]) expect(rows[i]).toEqual(expectedRow(i));
  });

  test('of one large batch comes in bounded slices', async () => {
    const { sizes, rows } = await decoded(arrow(columns(250_000), 'stream'), 'arrow');
    expect(sizes).toEqual([batchRows, batchRows, 250_000 - 2 * batchRows]);
    for (const i of [0, batchRows - 1, batchRows, 249_999]) expect(rows[i]).toEqual(expectedRow(i));
  });

  test('with dictionaries, 64-bit integers and single floats is accepted', async () => {
    const n = 300;
    const coded = vectorFromArray(
      Array.from({ length: n }, (_, i) => `P${i % 5}`),
      new Dictionary(new Utf8(), new Int32()),
    );
    const day = vectorFromArray(
      Array.from({ length: n }, (_, i) => BigInt(i)),
      new Int64(),
    );
    const value = vectorFromArray(
      Array.from({ length: n }, (_, i) => i / 2),
      new Float32(),
    );
    const { rows } = await decoded(arrow({ id: coded, day, value }, 'file'), 'arrow');
    expect(rows[7]).toEqual(['P2', 7n, 3.5]);
  });

  test('with large text is accepted, with half floats or dates refused', async () => {
    const { id, day } = columns(3);
    const large = vectorFromArray(['a', 'b', 'c'], new LargeUtf8());
    expect((await decoded(arrow({ id: large, day }, 'stream'), 'arrow')).rows[2]).toEqual(['c', 2]);
    const half = vectorFromArray([1, 2, 3], new Float16());
    expect(await refusal(arrow({ id, day, value: half }, 'file'), 'arrow')).toMatchObject({
      code: 'unsupported-type',
      details: { column: 'value', found: 'float16' },
    });
    const date = vectorFromArray([new Date(0), new Date(0), new Date(0)], new DateDay());
    expect(await refusal(arrow({ id, day: date }, 'file'), 'arrow')).toMatchObject({
      code: 'date-type',
      details: { column: 'day' },
    });
  });

  test('of one large batch with large text comes in bounded slices', async () => {
    const { day } = columns(batchRows + 2);
    const id = vectorFromArray(
      Array.from({ length: batchRows + 2 }, (_, i) => (i === batchRows ? 'last but one' : `P${i}`)),
      new LargeUtf8(),
    );
    const { sizes, rows } = await decoded(arrow({ id, day }, 'stream'), 'arrow');
    expect(sizes).toEqual([batchRows, 2]);
    expect(rows.slice(-2)).toEqual([
      ['last but one', batchRows],
      [`P${batchRows + 1}`, batchRows + 1],
    ]);
  });

  test('with two spellings of one column is refused', async () => {
    const { id, day } = columns(3);
    for (const [twice, column] of [
      [{ id, day, DAY: day }, 'day'],
      [{ id, day, extra: day, Extra: day }, 'extra'],
    ] as const) {
      expect(await refusal(arrow(twice, 'file'), 'arrow')).toMatchObject({
        code: 'duplicate-column',
        details: { column },
      });
    }
  });

  const threeBatches = () => {
    const batches = [0, 1, 2].map(() => new Table(columns(1000)));
    return batches.reduce((all, one) => all.concat(one));
  };
  const bytesOf = (as: 'file' | 'stream') => tableToIPC(threeBatches(), as) as Uint8Array<ArrayBuffer>;
  const damaged = { code: 'damaged-file', details: { table: 'sample' } };

  test('as a stream cut between two messages is refused, not opened with fewer rows', async () => {
    const bytes = bytesOf('stream');
    expect((await decoded(new Blob([bytes]), 'arrow')).rows.length).toBe(3000);
    const ends = messageEnds(bytes);
    expect(ends.length).toBe(5);
    for (const end of ends.slice(0, -1)) {
      expect(await refusal(new Blob([bytes.slice(0, end)]), 'arrow')).toMatchObject(damaged);
    }
    for (const lost of [1, 4, 7]) {
      expect(await refusal(new Blob([bytes.slice(0, -lost)]), 'arrow')).toMatchObject(damaged);
    }
  });

  test('as two streams in one file is refused, because readers would stop after the first', async () => {
    const bytes = bytesOf('stream');
    expect(await refusal(new Blob([bytes, bytes]), 'arrow')).toMatchObject(damaged);
  });

  test('as a stream of parquet-wasm, or with the end mark of before Arrow 0.15, is whole', async () => {
    const blob = await parquet(`${rowsOf} from range(5000) r(i)`, ', row_group_size 2048');
    const bytes = readParquet(new Uint8Array(await blob.arrayBuffer())).intoIPCStream();
    expect((await decoded(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'arrow')).rows.length).toBe(5000);
    const old = new Blob([bytesOf('stream').slice(0, -8), new Uint8Array(4)]);
    expect((await decoded(old, 'arrow')).rows.length).toBe(3000);
  });

  test('as IPC file without its end is refused', async () => {
    const bytes = bytesOf('file');
    for (const length of [bytes.length - 1, bytes.length - 400, Math.floor(bytes.length / 2)]) {
      expect(await refusal(new Blob([bytes.slice(0, length)]), 'arrow')).toMatchObject(damaged);
    }
  });

  test('that is none, or is cut, is named', async () => {
    expect(await refusal(new Blob(['FEA1....FEA1']), 'arrow')).toMatchObject({ code: 'not-arrow' });
    const bytes = new Uint8Array(await arrow(columns(1000), 'stream').arrayBuffer());
    await expect(decoded(new Blob([bytes.slice(0, 3000)]), 'arrow')).rejects.toMatchObject({
      code: 'damaged-file',
    });
  });
});
