import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checksumsOf } from '@commands/release/checksums';
import { differingPaths } from '@commands/release/rebuild';
import { comparableFiles, readChecksums } from '@data/egress/release-manifest';
import { describe, expect, it } from 'vitest';

/** SHA-256 of "abc" and of nothing (FIPS 180-4, examples). */
const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('the checksums of a folder', () => {
  it('name every file by its path, in one order, but for hidden files and the list itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'checksums-'));
    try {
      await mkdir(join(folder, 'a'));
      await mkdir(join(folder, '.hidden'));
      const files = ['b.txt', 'a/c.txt', 'B.txt', '.inputs', 'SHA256SUMS', '.hidden/d.txt'];
      for (const name of files) await writeFile(join(folder, name), name === 'b.txt' ? '' : 'abc');
      const text = await checksumsOf(folder);
      expect(text).toBe(`${ofAbc}  B.txt\n${ofAbc}  a/c.txt\n${ofNothing}  b.txt\n`);
      expect(readChecksums(text)).toEqual([
        { path: 'B.txt', sha256: ofAbc },
        { path: 'a/c.txt', sha256: ofAbc },
        { path: 'b.txt', sha256: ofNothing },
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are not read from a text that is none', () => {
    expect(readChecksums('<!doctype html><title>not found</title>')).toBeNull();
    expect(readChecksums(`${ofAbc}  a.txt\nnonsense\n`)).toBeNull();
    expect(readChecksums('')).toBeNull();
  });

  it('are compared from the page but for compressed copies and the extract', () => {
    const files = ['a.js', 'a.js.br', 'a.js.gz', 'extract/patient.parquet', 'policy/x.json'].map((path) => {
      return { path, sha256: ofAbc };
    });
    expect(comparableFiles(files).map(({ path }) => path)).toEqual(['a.js', 'policy/x.json']);
  });

  it('of two builds name what differs and what stands alone', () => {
    const one = `${ofAbc}  a\n${ofAbc}  b\n${ofAbc}  c\n`;
    const other = `${ofAbc}  a\n${ofNothing}  b\n${ofAbc}  d\n`;
    expect(differingPaths(one, other)).toEqual(['b', 'c', 'd']);
    expect(differingPaths(one, one)).toEqual([]);
  });
});
