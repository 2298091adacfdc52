import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { peakMemory } from '@commands/bench/peak-memory';
import { filesOf, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { type RunningServer, startServer } from '@commands/serve/start-server';
import { extractContract } from '@data/contracts/extract-contract';
import { failureDetails } from '@session/failure-code';
import type { ExtractPage, Opened } from '@tests/fixtures/extract-page/page';
import { type TinyExtractOptions, writeTinyExtract } from '@tests/fixtures/tiny-extract';
import { launchTestBrowser, openVisit, type Visit } from '@tests/support/chromium';
import { corpusRows, hostileFiles } from '@tests/support/hostile-files';
import { until } from '@tests/support/until';
import { Dictionary, Int32, Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { initSync, readParquet } from 'parquet-wasm/esm';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** Every row of a table as one text, in the order of its rows: equal only when every cell is equal. */
const contentOf = (table: string) =>
  `select md5(string_agg(t::varchar, '|' order by position)) as content, count(*) as n from (select ${table} as t, rowid as position from ${table})`;

const compared = ['centre', 'patient', 'diagnosis', 'treatment_line', 'molecular', 'prom', 'mutation'];

describe('opening an extract in Chromium, with the headers it is shipped with', { timeout: 120_000 }, () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let visit: Visit;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-extract-'));
    initSync({
      module: await readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')),
    });
    await build({
      configFile: false,
      logLevel: 'error',
      root: 'tests/fixtures/extract-page',
      base: './',
      publicDir: false,
      resolve: { tsconfigPaths: true },
      worker: { format: 'es' },
      build: {
        outDir: join(folder, 'site'),
        emptyOutDir: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    });
    await mkdir(join(folder, 'files'));
    server = await startServer({
      mounts: [
        { prefix: '/', directory: join(folder, 'site') },
        { prefix: '/files/', directory: join(folder, 'files') },
      ],
    });
    browser = await launchTestBrowser();
    visit = await openVisit(browser, server.url);
    await visit.page.goto(server.url);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(visit.watch.findings()).toEqual([]);
  });

  /** Writes a small extract below `/files/` and returns the paths that the page opens. */
  async function write(name: string, options: TinyExtractOptions = {}): Promise<string[]> {
    await writeTinyExtract(join(folder, 'files', name), options);
    return pathsOf(name);
  }

  const pathsOf = async (name: string) =>
    (await filesOf(join(folder, 'files', name))).map(({ path }) => `${name}/${path}`);

  /** Calls one function of the page's `extractPage`. */
  const inPage = <Name extends keyof ExtractPage>(
    name: Name,
    ...args: Parameters<ExtractPage[Name]>
  ): ReturnType<ExtractPage[Name]> =>
    visit.page.evaluate(
      ([asked, given]) => {
        const work = window.extractPage?.[asked as keyof ExtractPage] as (
          ...all: readonly unknown[]
        ) => unknown;
        return work(...given);
      },
      [name, args as readonly unknown[]] as const,
    ) as ReturnType<ExtractPage[Name]>;

  const open = (paths: readonly string[], cancelAt?: string): Promise<Opened> =>
    cancelAt === undefined ? inPage('open', paths) : inPage('open', paths, cancelAt);
  const ask = (sql: string) => inPage('ask', sql);

  async function expectSameAsNative(name: string): Promise<void> {
    const native = await openNativeExtract(join(folder, 'files', name), extractContract);
    try {
      for (const table of compared) {
        const { columns } = await native.engine.query(contentOf(table));
        expect(await ask(contentOf(table)), table).toEqual([[columns.content?.[0] ?? null, columns.n?.[0]]]);
      }
    } finally {
      await native.engine.close();
    }
  }

  it('the engine answers every case as the native one does', async () => {
    expect(await inPage('engineDifferences')).toEqual([]);
  });

  it.each([
    ['snappy', {}],
    ['zstd', { parquet: 'compression zstd' }],
    [
      'many row groups and part files',
      { patients: 3000, parquet: 'compression gzip, row_group_size 2048', molecularParts: 3 },
    ],
    [
      'wide integers, decimals, capitals and columns of its own',
      {
        change: [
          'alter table patient alter last_contact_day type bigint',
          'alter table patient alter age_at_diagnosis_years type decimal(9, 0)',
          'alter table diagnosis alter spleen_cm type decimal(12, 3)',
          'alter table prom rename score to "SCORE"',
          'alter table molecular add column batch varchar',
        ],
        warnings: ['no-manifest', 'extra-columns'],
      },
    ],
    ['newer encodings', { patients: 1000, parquet: 'parquet_version v2, compression lz4_raw' }],
  ] as const)(
    'Parquet written with %s gives, cell by cell, the tables of native DuckDB',
    async (name, options) => {
      const folderName = name.replaceAll(' ', '-');
      const opened = await open(await write(folderName, options));
      expect(opened.code).toBeUndefined();
      expect(opened.warnings).toEqual('warnings' in options ? options.warnings : ['no-manifest']);
      expect(opened.tables?.find((table) => table.name === 'mutation')?.present).toBe(false);
      await expectSameAsNative(folderName);
    },
  );

  it('Arrow files and streams, dictionaries included, give the same tables', async () => {
    const patients = { patients: 500 };
    await write('arrow-source', patients);
    await cp(join(folder, 'files/arrow-source'), join(folder, 'files/arrow'), { recursive: true });
    for (const table of ['patient', 'molecular', 'diagnosis']) {
      const path = join(folder, 'files/arrow', `${table}.parquet`);
      const arrow = tableFromIPC(readParquet(await readFile(path)).intoIPCStream());
      const coded = new Table(
        Object.fromEntries(
          arrow.schema.fields.map((field) => {
            const column = arrow.getChild(field.name);
            const text = ['sex', 'method', 'transcript'].includes(field.name);
            return [
              field.name,
              text
                ? vectorFromArray([...(column ?? [])], new Dictionary(new Utf8(), new Int32()))
                : (column ?? vectorFromArray([])),
            ];
          }),
        ),
      );
      const as = table === 'diagnosis' ? 'stream' : 'file';
      await writeFile(
        join(dirname(path), `${table}.${as === 'file' ? 'arrow' : 'arrows'}`),
        tableToIPC(coded, as),
      );
      await rm(path);
    }
    const opened = await open(await pathsOf('arrow'));
    expect(opened).toMatchObject({ warnings: ['no-manifest'] });
    await expectSameAsNative('arrow-source');
  });

  it('a damaged file is refused and the extract that was open still answers', async () => {
    await open(await write('first'));
    await write('damaged', { patients: 3000, parquet: 'compression zstd' });
    const path = join(folder, 'files/damaged/molecular.parquet');
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0x5a, 40, 4000));
    const refused = await open(await pathsOf('damaged'));
    expect(refused).toMatchObject({ code: 'damaged-file', details: { table: 'molecular' } });
    expect(await ask('select count(*) from patient')).toEqual([[100]]);
    expect(visit.page.workers().length).toBe(1);
  });

  it('every file of a hostile corpus loads rightly or is refused by name, in 10 s and 1 GB, with the page alive', async () => {
    // Anew: what is measured is not the memory of the tests before.
    await visit.page.goto(server.url);
    await open(await write('before-hostile'));
    const files = await hostileFiles();
    await mkdir(join(folder, 'files/hostile'));
    const paths = await Promise.all(
      files.map(async ({ bytes, format }, index) => {
        await writeFile(join(folder, `files/hostile/${index}`), bytes);
        return { path: `hostile/${index}`, format };
      }),
    );
    const outcomes = await inPage('stage', paths);
    const known = new Set<string>(Object.keys(failureDetails));
    const wrong = files.flatMap(({ name, outcome }, index) => {
      const { rows = null, code = null, milliseconds = 0 } = outcomes[index] ?? {};
      const isRight =
        milliseconds < 10_000 &&
        (code === null ? rows === corpusRows : known.has(code)) &&
        (outcome === 'either' || outcome === (code ?? 'loads'));
      return isRight ? [] : [`${name}: ${outcome}, but ${code ?? `${rows} rows`} after ${milliseconds} ms`];
    });
    expect(wrong).toEqual([]);
    // Of the process that holds the page, its engines and its decoders; only Linux tells it.
    const peak = await peakMemory(browser);
    if (process.platform === 'linux') expect(peak).not.toBeNull();
    expect(peak ?? 0).toBeLessThan(1024);
    expect(await ask('select count(*) from patient')).toEqual([[100]]);
  });

  it('an extract that breaks its contract is refused with counts and rows', async () => {
    const paths = await write('broken', {
      change: ["update molecular set method = 'SECRET' where rowid in (3, 8)"],
    });
    expect(await open(paths)).toMatchObject({
      code: 'unknown-code',
      details: { table: 'molecular', column: 'method', count: 2, rows: '4, 9' },
    });
  });

  it('cancelling closes what was begun and keeps what was open', async () => {
    await open(await write('kept'));
    const cancelled = await open(await write('cancelled', { patients: 3000 }), 'molecular inserting');
    expect(cancelled.code).toBe('cancelled');
    expect(cancelled.stages).toContain('patient checking');
    expect(await ask('select count(*) from patient')).toEqual([[100]]);
    // The browser tells of the end of a worker a moment after it.
    await until(() => visit.page.workers().length === 1, { what: 'one engine is left' });
  });

  it('an aborted query gives way to the next one', async () => {
    await open(await write('aborting'));
    const { reason, answer, milliseconds } = await inPage('abortAndAskAgain');
    expect(reason).toContain('stale');
    expect(answer).toBe(42);
    expect(milliseconds).toBeLessThan(5000);
  });

  it('a small question is answered in milliseconds', async () => {
    await open(await write('quick'));
    const times = await inPage('roundTrips', 100);
    expect(times[50]).toBeLessThan(50);
  });
});
