import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { extractFolderFault } from '@commands/serve/extract-folder';
import { main } from '@commands/serve/main';
import { writeSmallSite } from '@tests/support/small-site';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('the folder of a served extract', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'served-extract-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is accepted with a manifest.json, whatever else it holds', async () => {
    await writeFile(join(folder, 'manifest.json'), '{}');
    expect(extractFolderFault(folder)).toBeNull();
  });

  it('is refused when it is missing, a file, or has no manifest.json', async () => {
    await writeFile(join(folder, 'patient.parquet'), '');
    expect(extractFolderFault(join(folder, 'nothing'))).toBe('no such folder.');
    expect(extractFolderFault(join(folder, 'patient.parquet'))).toBe('no such folder.');
    expect(extractFolderFault(folder)).toContain('no manifest.json');
  });

  it('without a manifest.json keeps the server from starting', async () => {
    const site = await writeSmallSite();
    const words = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      await writeFile(join(site.directory, 'index.html'), '');
      expect(await main(['--dist', site.directory, '--extract', folder, '--port', '0'])).toBe(1);
      expect(words.mock.calls.join()).toContain('a page cannot list a folder');
    } finally {
      words.mockRestore();
      await site.remove();
    }
  });
});
