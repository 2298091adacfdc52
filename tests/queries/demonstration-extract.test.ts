import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openExtract } from './calibration-measures';
import { brokenRules, contractRules, historyRules } from './extract-faults';

const root = mkdtempSync(join(tmpdir(), 'cml-extract-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const generate = async (name: string, ...options: string[]) => {
  const out = join(root, name);
  await generateExtract(readOptions([...options, '--out', out]));
  return out;
};
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

interface Manifest {
  readonly tables: readonly {
    readonly name: string;
    readonly files: readonly { path: string; bytes: number; sha256: string; rows: number }[];
  }[];
}
const readManifest = (directory: string): Manifest =>
  JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));

/** The digests of V8's `Math` functions may differ in the last bit between its major versions. */
const isPinnedNode = process.version.startsWith('v20.');

describe('the demonstration extract', () => {
  test('keeps the contract', async () => {
    expect(await brokenRules(await openExtract('public/extract'), contractRules)).toEqual([]);
  });

  test('tells histories that can be true', async () => {
    expect(await brokenRules(await openExtract('public/extract'), historyRules)).toEqual([]);
  });

  test('is what its manifest says, and under 4 MB', () => {
    const files = readManifest('public/extract').tables.flatMap(({ files }) => files);
    expect(files.map(({ path }) => sha256(join('public/extract', path)))).toEqual(
      files.map((file) => file.sha256),
    );
    expect(files.map(({ path }) => readFileSync(join('public/extract', path)).length)).toEqual(
      files.map(({ bytes }) => bytes),
    );
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(4_000_000);
    expect(readdirSync('public/extract').sort()).toEqual(
      [...files.map(({ path }) => path), 'manifest.json'].sort(),
    );
  });

  test('has about 2,000 patients, 24 centres and 30 samples a patient', async () => {
    const rows = new Map(
      readManifest('public/extract').tables.map(({ name, files }) => [
        name,
        files.reduce((sum, file) => sum + file.rows, 0),
      ]),
    );
    expect(rows.get('patient')).toBe(2000);
    expect(rows.get('centre')).toBe(24);
    expect(Math.abs((rows.get('molecular') ?? 0) / 2000 - 30)).toBeLessThan(3);
  });

  test.skipIf(!isPinnedNode)('is what the generator writes; else run `npm run generate`', async () => {
    const fresh = await generate('fresh');
    expect(readFileSync(join(fresh, 'manifest.json'), 'utf8')).toBe(
      readFileSync('public/extract/manifest.json', 'utf8'),
    );
  });
});

describe('the generator', () => {
  const options = ['--patients', '300', '--seed', '5'];
  let once = '';
  beforeAll(async () => {
    once = await generate('once', ...options);
  });

  test('writes the same bytes for the same seed', async () => {
    const twice = await generate('twice', ...options);
    expect(readManifest(once).tables.flatMap(({ files }) => files).length).toBe(12);
    for (const { path } of readManifest(once).tables.flatMap(({ files }) => files)) {
      expect(sha256(join(twice, path)), path).toBe(sha256(join(once, path)));
    }
    expect(readFileSync(join(twice, 'manifest.json'), 'utf8')).toBe(
      readFileSync(join(once, 'manifest.json'), 'utf8'),
    );
  });

  test('writes another registry for another seed', async () => {
    const other = await generate('other', '--patients', '300', '--seed', '6');
    expect(sha256(join(other, 'molecular.parquet'))).not.toBe(sha256(join(once, 'molecular.parquet')));
  });

  test('writes the same rows in part files as in one file per table', async () => {
    const parts = await generate('parts', ...options, '--batch', '110');
    const molecular = readManifest(parts).tables.find(({ name }) => name === 'molecular');
    expect(molecular?.files.map(({ path }) => path)).toEqual([
      'molecular/part-0.parquet',
      'molecular/part-1.parquet',
      'molecular/part-2.parquet',
    ]);
    const [single, parted] = await Promise.all([openExtract(once), openExtract(parts)]);
    for (const { name } of readManifest(once).tables) {
      const sql = `SELECT count(*) AS n, sum(hash(t))::VARCHAR AS digest FROM ${name} t`;
      const rows = (await parted.runAndReadAll(sql)).getRowObjectsJS();
      expect(rows, name).toEqual((await single.runAndReadAll(sql)).getRowObjectsJS());
    }
  });

  test('takes away the part files of an earlier run', async () => {
    const again = await generate('again', '--patients', '60', '--batch', '20');
    await generate('again', '--patients', '60', '--batch', '30');
    expect(readdirSync(join(again, 'molecular')).sort()).toEqual(['part-0.parquet', 'part-1.parquet']);
  });

  test('keeps the contract and true histories at another size and profile', async () => {
    const large = await openExtract(
      await generate('large', '--patients', '6000', '--seed', '3', '--tfr', 'observatory'),
    );
    expect(await brokenRules(large, [...contractRules, ...historyRules])).toEqual([]);
  });

  test('plants the faults of quality that a registry has', async () => {
    const db = await openExtract('public/extract');
    const sql = `
      SELECT (SELECT max(share) FROM (SELECT avg((spleen_cm IS NULL)::INT) AS share
                FROM diagnosis JOIN patient USING (patient_id) GROUP BY centre_id)) AS spleen_forgotten,
             (SELECT count(*) FROM (SELECT laboratory_id FROM molecular GROUP BY laboratory_id
                HAVING avg(on_international_scale::INT) < 0.1))::INT AS laboratories_off_scale,
             (SELECT max(share) FROM (SELECT avg((validation = 'rejected')::INT) AS share
                FROM molecular GROUP BY laboratory_id)) AS rejected,
             (SELECT avg((detected AND bcr_abl1_is_pct IS NULL)::INT) FROM molecular) AS not_evaluable,
             (SELECT avg((inclusion_day > 90)::INT) FROM patient) AS left_truncated`;
    const [row] = (await db.runAndReadAll(sql)).getRowObjectsJS();
    expect(Number(row?.spleen_forgotten)).toBeGreaterThan(0.5);
    expect(row?.laboratories_off_scale).toBeGreaterThanOrEqual(1);
    expect(Number(row?.rejected)).toBeGreaterThan(0.08);
    expect(Number(row?.not_evaluable)).toBeGreaterThan(0);
    expect(Number(row?.not_evaluable)).toBeLessThan(0.02);
    expect(Math.abs(Number(row?.left_truncated) - 0.35)).toBeLessThan(0.1);
  });
});
