import { extractContract } from '@data/contracts/extract-contract';
import type { Manifest } from '@data/extract/manifest';
import { planExtract } from '@data/extract/plan-extract';
import { describe, expect, test } from 'vitest';

const file = (path: string) => ({ path, size: 10, blob: () => Promise.resolve(new Blob(['0123456789'])) });
const required = ['patient', 'diagnosis', 'treatment_line', 'molecular'];
const without = (table: string) => required.filter((name) => name !== table).map((name) => `${name}.parquet`);

function filesOf(paths: readonly string[]): Record<string, string[]> {
  const plan = planExtract(paths.map(file), extractContract, null);
  return Object.fromEntries(
    plan.tables
      .filter(({ files }) => files.length > 0)
      .map(({ table, files }) => [table.name, files.map((planned) => planned.file.path)]),
  );
}

const planning = (paths: readonly string[]) => () => planExtract(paths.map(file), extractContract, null);

describe('which file is which table', () => {
  test.each([
    ['one file', ['molecular.parquet']],
    ['another ending', ['molecular.pq']],
    ['capitals', ['Molecular.PARQUET']],
    ['a folder of parts', ['molecular/part-0.parquet', 'molecular/part-1.parquet']],
    ['a folder with the names that Spark writes', ['molecular/part-00000-8f2c.snappy.parquet']],
    ['a folder that repeats the name', ['molecular/molecular.parquet']],
    ['numbered parts', ['molecular-part-0.parquet', 'molecular-part-1.parquet']],
    ['numbers alone', ['molecular_0.parquet', 'molecular_1.parquet']],
    ['an Arrow file', ['molecular.arrow']],
    ['an Arrow stream', ['molecular.arrows']],
    ['Feather', ['molecular.feather']],
  ])('reads %s', (_, paths) => {
    expect(filesOf([...without('molecular'), ...paths]).molecular).toEqual(paths);
  });

  test('puts parts in the order of their numbers', () => {
    const paths = ['molecular/part-10.parquet', 'molecular/part-9.parquet', 'molecular/part-1.parquet'];
    expect(filesOf([...without('molecular'), ...paths]).molecular).toEqual([...paths].reverse());
  });

  test('ignores the folder that everything lies in', () => {
    const paths = required.map((name) => `registry 2026/extract/${name}.parquet`);
    expect(Object.keys(filesOf(paths)).sort()).toEqual([...required].sort());
  });

  test('tells treatment_line from a numbered treatment', () => {
    expect(filesOf(required.map((name) => `${name}.parquet`)).treatment_line).toEqual([
      'treatment_line.parquet',
    ]);
  });

  test('lists every table of the contract, absent ones without files, and what is left out', () => {
    const paths = [
      ...required.map((name) => `${name}.parquet`),
      'notes.txt',
      'other.parquet',
      '._patient.parquet',
    ];
    const plan = planExtract(paths.map(file), extractContract, null);
    expect(plan.tables.map(({ table }) => table.name)).toEqual(
      extractContract.tables.map(({ name }) => name),
    );
    expect(plan.tables.find(({ table }) => table.name === 'prom')?.files).toEqual([]);
    expect(plan.leftOut).toEqual(['notes.txt', 'other.parquet', '._patient.parquet']);
  });
});

describe('a set of files that is no extract', () => {
  test.each([
    ['nothing', [], { code: 'no-files' }],
    ['a manifest alone', ['manifest.json'], { code: 'no-files' }],
    [
      'a missing required table',
      without('molecular'),
      { code: 'missing-table', details: { table: 'molecular', count: 1 } },
    ],
    [
      'one table in two formats',
      [...required.map((name) => `${name}.parquet`), 'patient.arrow'],
      { code: 'table-twice', details: { table: 'patient', count: 2 } },
    ],
    [
      'one table as a file and as a folder',
      [...required.map((name) => `${name}.parquet`), 'patient/part-0.parquet'],
      { code: 'table-twice', details: { table: 'patient', count: 2 } },
    ],
    [
      'one table under two endings',
      [...required.map((name) => `${name}.parquet`), 'patient.pq'],
      { code: 'table-twice', details: { table: 'patient', count: 2 } },
    ],
    [
      'two extracts at once',
      ['a', 'b'].flatMap((folder) => required.map((name) => `${folder}/${name}.parquet`)),
      { code: 'several-extracts', details: { count: 2 } },
    ],
  ])('refuses %s', (_, paths, failure) => {
    expect(planning(paths)).toThrow(expect.objectContaining(failure));
  });
});

describe('with a manifest', () => {
  const entry = (path: string) => ({ path, bytes: 10, sha256: '0'.repeat(64), rows: 1 });
  const manifest: Manifest = {
    extract_id: 'x',
    created: '2026-01-31',
    contract: { id: extractContract.id, version: extractContract.version },
    source: 'test',
    synthetic: true,
    tables: [
      ...required.map((name) => ({ name, files: [entry(`data/${name}-v7.parquet`)] })),
      { name: 'unknown', files: [] },
    ],
  };
  const paths = required.map((name) => `top/data/${name}-v7.parquet`);

  test('its list decides, relative to its own folder, whatever the files are called', () => {
    const plan = planExtract([...paths, 'top/patient.parquet'].map(file), extractContract, {
      content: manifest,
      path: 'top/manifest.json',
    });
    const patient = plan.tables.find(({ table }) => table.name === 'patient');
    expect(patient?.files.map((planned) => planned.file.path)).toEqual(['top/data/patient-v7.parquet']);
    expect(patient?.files[0]?.promised?.rows).toBe(1);
    expect(plan.leftOut).toEqual(['top/patient.parquet']);
  });

  test('a listed file that was not chosen is refused', () => {
    expect(() =>
      planExtract(paths.slice(1).map(file), extractContract, {
        content: manifest,
        path: 'top/manifest.json',
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'missing-file',
        details: { table: 'patient', file: 'data/patient-v7.parquet' },
      }),
    );
  });
});
