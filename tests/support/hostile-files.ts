import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileFormat } from '@data/extract/table-file';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm/esm';
import type { HostileFile } from './hostile-arrow';

const rows = 3000;
const select = `select 'P' || lpad(i::varchar, 6, '0') as patient_id, (i % 400)::integer as day, 'EQ-5D-5L' as instrument,
  'vas' as scale, (i % 100)::double as score from range(${rows}) r(i)`;

/** The rows that every file of the corpus that loads must give. */
export const corpusRows = rows;

/** Writes the seeds with DuckDB and makes the hostile files of them; parquet-wasm must have been initialised. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    threads: '1',
  });
  const connection = await instance.connect();
  // One file for all seeds: they are written one after another.
  const parquet = async (sql: string, options: string) => {
    const path = join(folder, 'seed.parquet');
    await connection.run(`copy (${sql}) to '${path}' (format parquet, ${options})`);
    return new Uint8Array(await readFile(path));
  };
  try {
    const seed = await parquet(select, 'compression snappy, row_group_size 2048');
    const codecs: HostileFile[] = [];
    for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli']) {
      const bytes = await parquet(select, `compression ${codec}`);
      const outcome = codec === 'brotli' ? 'unsupported-codec' : 'loads';
      codecs.push({ name: `codec ${codec}`, format: 'parquet', bytes, outcome });
    }
    const other: [name: string, sql: string, outcome: string][] = [
      [
        'other order and case',
        `select score as "SCORE", scale, instrument, day as "Day", patient_id from (${select})`,
        'loads',
      ],
      [
        'wide integers and decimals',
        `select * replace (day::bigint as day, score::decimal(9, 2) as score) from (${select})`,
        'loads',
      ],
      ['a harmless extra column', `select *, 1 as batch from (${select})`, 'loads'],
      ['an extra column of lists', `select *, [1, 2] as notes from (${select})`, 'loads'],
      ['an extra column of structs', `select *, {'a': 1} as notes from (${select})`, 'loads'],
      ['a huge dictionary', `select * replace (repeat(patient_id, 500) as scale) from (${select})`, 'loads'],
      ['a name', `select *, 'x' as nom from (${select})`, 'identifying-column'],
      [
        'a date of birth',
        `select *, date '1960-01-01' as date_naissance from (${select})`,
        'identifying-column',
      ],
      ['dates for days', `select * replace (date '2020-01-01' + day as day) from (${select})`, 'date-type'],
      [
        'timestamps for days',
        `select * replace (timestamp '2020-01-01' as day) from (${select})`,
        'date-type',
      ],
      ['text for days', `select * replace (day::varchar as day) from (${select})`, 'wrong-type'],
      ['lists for days', `select * replace ([day] as day) from (${select})`, 'unsupported-type'],
      ['structs for scores', `select * replace ({'a': score} as score) from (${select})`, 'unsupported-type'],
      ['a required column less', `select * exclude (score) from (${select})`, 'missing-column'],
      ['binary for text', `select * replace (scale::blob as scale) from (${select})`, 'unsupported-type'],
    ];
    const written: HostileFile[] = [];
    for (const [name, sql, outcome] of other) {
      written.push({ name, format: 'parquet', bytes: await parquet(sql, 'compression zstd'), outcome });
    }
    const arrow = tableFromIPC(readParquet(seed).intoIPCStream());
    return [
      ...codecs,
      ...written,
      ...alienFiles(seed),
      ...cutFiles(seed),
      ...forgedFooters(seed),
      encryptedColumns(seed),
      ...fuzzedFiles('parquet', seed, 24),
      ...fuzzedFiles('arrow', tableToIPC(arrow, 'file'), 20),
      ...fuzzedFiles('arrow', tableToIPC(arrow, 'stream'), 20),
    ];
  } finally {
    connection.closeSync();
    await rm(folder, { recursive: true });
  }
}

const text = (words: string) => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Files that are no Parquet or Arrow at all, whatever they are called. */
function alienFiles(seed: Uint8Array): readonly HostileFile[] {
  const zip = joined(text('PK\u0003\u0004'), new Uint8Array(200));
  return [
    { name: 'nothing', format: 'parquet', bytes: new Uint8Array(0), outcome: 'empty-file' },
    { name: 'a ZIP', format: 'parquet', bytes: zip, outcome: 'not-parquet' },
    { name: 'a CSV', format: 'parquet', bytes: text('patient_id,day\nP1,3\n'), outcome: 'not-parquet' },
    { name: 'Parquet called Arrow', format: 'arrow', bytes: seed, outcome: 'not-arrow' },
    { name: 'a ZIP called Arrow', format: 'arrow', bytes: zip, outcome: 'not-arrow' },
    {
      name: 'an encrypted footer',
      format: 'parquet',
      bytes: joined(seed.slice(0, -4), text('PARE')),
      outcome: 'encrypted',
    },
    {
      name: 'all encrypted',
      format: 'parquet',
      bytes: joined(text('PARE'), seed.slice(4, -4), text('PARE')),
      outcome: 'encrypted',
    },
    { name: 'only magic', format: 'parquet', bytes: text('PAR1PAR1'), outcome: 'damaged-file' },
  ];
}

/** The seed cut at every kind of boundary, with its end put on again or not. */
function cutFiles(seed: Uint8Array): readonly HostileFile[] {
  const footer = new DataView(seed.buffer, seed.byteOffset + seed.length - 8).getUint32(0, true);
  const body = seed.length - 8 - footer;
  const end = seed.slice(-8);
  const format: FileFormat = 'parquet';
  return [
    { name: 'cut in the first page', at: 30 },
    { name: 'cut in the middle of the rows', at: Math.floor(body / 2) },
    { name: 'cut before the footer', at: body },
    { name: 'cut in the footer', at: body + Math.floor(footer / 2) },
    { name: 'cut before the length of the footer', at: seed.length - 8 },
  ].flatMap(({ name, at }): HostileFile[] => [
    { name, format, bytes: seed.slice(0, at), outcome: 'damaged-file' },
    ...(at + end.length < seed.length
      ? [
          {
            name: `${name}, with an end`,
            format,
            bytes: joined(seed.slice(0, at), end),
            outcome: 'damaged-file',
          },
        ]
      : []),
  ]);
}

/** Footers that say what is not so: their own length, and any number that stands for the count of rows. */
function forgedFooters(seed: Uint8Array): readonly HostileFile[] {
  const withLength = (length: number) => {
    const bytes = seed.slice();
    new DataView(bytes.buffer).setUint32(bytes.length - 8, length, true);
    return bytes;
  };
  const counts = placesOf(seed, varint(rows * 2)).map((at, index) => {
    const bytes = seed.slice();
    bytes.set(varint(8191 * 2), at);
    return { name: `forged count ${index}`, format: 'parquet' as const, bytes, outcome: 'damaged-file' };
  });
  if (counts.length === 0) throw new Error('the seed does not announce its rows');
  return [
    ...[0, 1, seed.length, 2 ** 31 - 1, 2 ** 32 - 1].map((length) => ({
      name: `a footer of ${length} bytes`,
      format: 'parquet' as const,
      bytes: withLength(length),
      outcome: 'damaged-file',
    })),
    ...counts,
  ];
}

/** Columns of noise behind a footer that can be read and names their cipher (field 8, `AES_GCM_V1`). */
function encryptedColumns(seed: Uint8Array): HostileFile {
  const length = new DataView(seed.buffer, seed.byteOffset + seed.length - 8).getUint32(0, true);
  const body = seed.slice(4, -8 - length).map((byte, at) => byte ^ ((at * 73) & 255));
  const cipher = new Uint8Array([0x0c, 0x10, 0x1c, 0, 0, 0]);
  const end = new DataView(new ArrayBuffer(4));
  end.setUint32(0, length - 1 + cipher.length, true);
  const bytes = joined(
    text('PAR1'),
    body,
    seed.slice(-8 - length, -9),
    cipher,
    new Uint8Array(end.buffer),
    text('PAR1'),
  );
  return { name: 'encrypted columns', format: 'parquet', bytes, outcome: 'encrypted' };
}

/** A whole number as thrift writes it (zigzag, base 128), for a number that is doubled already. */
function varint(zigzag: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = zigzag; ; rest >>>= 7) {
    if (rest < 128) return new Uint8Array([...bytes, rest]);
    bytes.push((rest & 127) | 128);
  }
}

function placesOf(bytes: Uint8Array, wanted: Uint8Array): readonly number[] {
  const footer =
    bytes.length - 8 - new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8).getUint32(0, true);
  const places: number[] = [];
  for (let at = footer; at + wanted.length < bytes.length; at += 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) places.push(at);
  }
  return places;
}

/** The seed with a few bytes changed by seeded dice, half of the times in the first or last 2 kB, where the counts are. */
function fuzzedFiles(format: FileFormat, seed: Uint8Array, count: number): readonly HostileFile[] {
  let state = 0x9e3779b9 ^ seed.length;
  const dice = (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  return Array.from({ length: count }, (_, index) => {
    const bytes = seed.slice();
    for (let flips = 1 + dice(6); flips > 0; flips -= 1) {
      const near = Math.min(2048, bytes.length);
      const at =
        [dice(bytes.length), dice(bytes.length), dice(near), bytes.length - 1 - dice(near)][dice(4)] ?? 0;
      bytes[at] = dice(256);
    }
    return { name: `${format} fuzzed ${index}`, format, bytes, outcome: 'either' };
  });
}
