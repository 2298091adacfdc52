import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksumFile, checksumsOf, sha256Of } from '@commands/release/checksums';
import { checksumsOfAnotherBuild, differingPaths } from '@commands/release/rebuild';
import { startServer } from '@commands/serve/start-server';
import { browserTest, openVisit } from '@tests/support/chromium';
import { describe, expect, it } from 'vitest';

const list = join('dist', checksumFile);

describe('the release', () => {
  it('is the same when it is built in another folder', async () => {
    const [here, elsewhere] = [await readFile(list, 'utf8'), await checksumsOfAnotherBuild()];
    expect(differingPaths(here, elsewhere)).toEqual([]);
    expect(elsewhere).toBe(here);
  });

  it('lists every one of its files, with what goes beside the site', async () => {
    const text = await readFile(list, 'utf8');
    expect(text).toBe(await checksumsOf('dist'));
    for (const path of [
      'index.html',
      'sbom.cdx.json',
      'THIRD-PARTY-LICENSES.txt',
      ...['Caddyfile', 'Caddyfile.local', 'nginx.conf'].map((name) => `documents/${name}`),
      ...['en', 'fr'].flatMap((id) => [`documents/installation.${id}.md`, `documents/security.${id}.md`]),
    ]) {
      expect(text, path).toContain(`  ${path}\n`);
    }
    const bill: { components: { name: string }[] } = JSON.parse(await readFile('dist/sbom.cdx.json', 'utf8'));
    const binaries = (await readdir('dist/assets')).filter((name) => name.endsWith('.wasm'));
    expect(binaries.length).toBeGreaterThan(1);
    const named = bill.components.map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(binaries.map((name) => `assets/${name}`)));
  });

  browserTest('is named on the Privacy screen, and its served files compared', async ({ page }) => {
    await page.goto('#/privacy?lang=en');
    await page.getByText(await sha256Of(list)).waitFor();
    await page.getByRole('button', { name: 'Compare the served files' }).click();
    await page.getByText(/✓ \d+ served files are those of the list/).waitFor();
    const guide = page.getByRole('link', { name: 'Installation guide' });
    const [download] = await Promise.all([page.waitForEvent('download'), guide.click()]);
    expect(await readFile(await download.path(), 'utf8')).toContain('# Installing the dashboard');
  });

  browserTest('is found mixed with another where a file differs or is not served', async ({ browser }) => {
    const folder = await mkdtemp(join(tmpdir(), 'cml-mixed-'));
    const schemas = (await readdir('dist/schemas')).filter((name) => name.endsWith('.json')).sort();
    const [changed = '', gone = '', ...kept] = schemas;
    await writeFile(join(folder, changed), '{}');
    for (const name of kept) await cp(join('dist/schemas', name), join(folder, name));
    const mounts = [
      { prefix: '/', directory: 'dist' },
      { prefix: '/schemas/', directory: folder },
    ];
    const server = await startServer({ mounts });
    const { page, context, watch } = await openVisit(browser, server.url);
    watch.expectComplaint(/404 \(Not Found\)/);
    try {
      await page.goto('#/privacy?lang=en');
      await page.getByRole('button', { name: 'Compare the served files' }).click();
      const alert = page.getByRole('alert');
      await alert.getByText('2 files differ from the list or are not served:').waitFor();
      expect(await alert.getByRole('listitem').allTextContents()).toEqual(
        [changed, gone].map((name) => `schemas/${name}`),
      );
    } finally {
      await context.close();
      await server.close();
      await rm(folder, { recursive: true });
    }
    expect(watch.findings()).toEqual([]);
  });
});
