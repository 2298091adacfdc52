import { licenceTexts } from '@commands/release/licence-texts';
import { productionPackages, readLockFile, titleOf } from '@commands/release/production-packages';
import { describe, expect, it } from 'vitest';

const packages = productionPackages(await readLockFile());

describe('the licences', () => {
  it('name every package, with the text that it carries', async () => {
    const text = await licenceTexts(packages);
    const lines = new Set(text.split('\n').map((line) => line.replace(/ \(.*\)$/, '')));
    expect(packages.map(titleOf).filter((title) => !lines.has(title))).toEqual([]);
    expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).not.toContain('\r');
  });

  it('are refused for a package that is not installed, or that says nothing', async () => {
    const [first] = packages;
    if (first === undefined) throw new Error('no packages');
    await expect(licenceTexts([{ ...first, folder: 'node_modules/not-there' }])).rejects.toThrow('npm ci');
    const silent = { ...first, folder: 'tests/fixtures/extract-page', licence: 'ISC' };
    await expect(licenceTexts([silent])).rejects.toThrow('carries no licence text and declares ISC');
  });
});
