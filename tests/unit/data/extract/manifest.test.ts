import { extractContract } from '@data/contracts/extract-contract';
import { checkContract, parseManifest, readManifest } from '@data/extract/manifest';
import { fingerprint, verifyFile } from '@data/extract/verify-file';
import { describe, expect, test } from 'vitest';

const content = {
  extract_id: 'demo',
  created: '2026-01-31',
  contract: { id: extractContract.id, version: '1.4.2' },
  source: 'test',
  synthetic: true,
  tables: [
    { name: 'patient', files: [{ path: 'patient.parquet', bytes: 3, sha256: 'A'.repeat(64), rows: 7 }] },
  ],
};

describe('the manifest', () => {
  test('is read with its checksums in lower case', () => {
    expect(parseManifest(JSON.stringify(content)).tables[0]?.files[0]?.sha256).toBe('a'.repeat(64));
  });

  test.each([
    ['no JSON', '{', 'JSON'],
    ['a list', '[]', 'manifest'],
    ['no identifier', JSON.stringify({ ...content, extract_id: '' }), 'extract_id'],
    ['no claim about synthesis', JSON.stringify({ ...content, synthetic: 'yes' }), 'synthetic'],
    [
      'a path out of the folder',
      JSON.stringify({
        ...content,
        tables: [{ name: 'patient', files: [{ ...content.tables[0]?.files[0], path: '../x' }] }],
      }),
      'tables[0].files[0].path',
    ],
    [
      'a count that is none',
      JSON.stringify({
        ...content,
        tables: [{ name: 'patient', files: [{ ...content.tables[0]?.files[0], rows: -1 }] }],
      }),
      'tables[0].files[0].rows',
    ],
    [
      'a table listed twice',
      JSON.stringify({ ...content, tables: [...content.tables, { name: 'patient', files: [] }] }),
      'tables[1].name',
    ],
    [
      'one file listed for two tables',
      JSON.stringify({ ...content, tables: [...content.tables, { ...content.tables[0], name: 'prom' }] }),
      'tables[1].files[0].path',
    ],
    [
      'one file listed twice for a table',
      JSON.stringify({
        ...content,
        tables: [{ name: 'patient', files: [content.tables[0]?.files[0], content.tables[0]?.files[0]] }],
      }),
      'tables[0].files[1].path',
    ],
  ])('with %s is unreadable, and says where', (_, text, part) => {
    expect(() => parseManifest(text)).toThrow(
      expect.objectContaining({ code: 'manifest-unreadable', details: { part } }),
    );
  });

  test('of the same major version is accepted, of another refused, of another contract refused', () => {
    const manifest = parseManifest(JSON.stringify(content));
    const contract = { ...extractContract, version: '1.0.0' };
    expect(() => checkContract(manifest, contract)).not.toThrow();
    expect(() => checkContract(manifest, { ...contract, version: '2.0.0' })).toThrow(
      expect.objectContaining({ code: 'contract-version', details: { found: '1.4.2', wanted: '2.0.0' } }),
    );
    expect(() => checkContract(manifest, { ...contract, id: 'other' })).toThrow(
      expect.objectContaining({ code: 'contract-differs' }),
    );
  });

  const file = (path: string, text: string) => ({
    path,
    size: text.length,
    blob: () => Promise.resolve(new Blob([text])),
  });

  test('of two extracts at once is refused, whichever comes first', async () => {
    const text = JSON.stringify(content);
    const two = [
      file('a/manifest.json', text),
      file('b/manifest.json', text),
      file('b/c/manifest.json', text),
    ];
    for (const files of [two, two.toReversed()]) {
      await expect(readManifest(files)).rejects.toMatchObject({
        code: 'several-extracts',
        details: { count: 2 },
      });
    }
  });

  test('nearest to the top is taken; without one there is none', async () => {
    const found = await readManifest([
      file('a/b/manifest.json', '{'),
      file('a/manifest.json', JSON.stringify(content)),
    ]);
    expect(found?.path).toBe('a/manifest.json');
    expect(await readManifest([file('patient.parquet', '')])).toBeNull();
  });
});

describe('a file against its manifest', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const planned = (bytes: number, sha256: string) => ({
    file: { path: 'patient.parquet', size: 3, blob: () => Promise.resolve(new Blob(['abc'])) },
    format: 'parquet' as const,
    promised: { path: 'patient.parquet', bytes, sha256, rows: 1 },
  });

  test('passes with its size and checksum (FIPS 180-2, "abc")', async () => {
    expect((await verifyFile(planned(3, abc))).sha256).toBe(abc);
  });

  test('of another size or content is refused', async () => {
    await expect(verifyFile(planned(4, abc))).rejects.toMatchObject({
      code: 'size-differs',
      details: { wanted: 4, found: 3 },
    });
    await expect(verifyFile(planned(3, abc.replace('b', 'c')))).rejects.toMatchObject({
      code: 'checksum-differs',
      details: { file: 'patient.parquet' },
    });
  });

  test('that cannot be read is named', async () => {
    const gone = {
      ...planned(3, abc),
      file: { path: 'gone.parquet', size: 3, blob: () => Promise.reject(new Error('moved')) },
    };
    await expect(verifyFile(gone)).rejects.toMatchObject({
      code: 'unreadable-file',
      details: { file: 'gone.parquet' },
    });
  });

  test('the fingerprint depends on every checksum and on their order, and is unknown when one is', async () => {
    const one = await fingerprint(['a', 'b']);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint(['b', 'a'])).not.toBe(one);
    expect(await fingerprint(['a', null])).toBeNull();
  });
});
