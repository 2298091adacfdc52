import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { startServer } from '@commands/serve/start-server';
import { type Header, securityHeaders } from '@data/egress/security-headers';
import { engineWays, pageWays, workerWays } from '@data/egress/way-out';
import { accessibilityViolations } from '@tests/support/accessibility';
import { browserTest, openVisit, screenshot } from '@tests/support/chromium';
import type { SiteWatch } from '@tests/support/site-watch';
import { until } from '@tests/support/until';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

const patients = 60;
/** An extract may wait for the engine on a busy machine. */
const opening = { timeout: 90_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-extract-'));
  const options = ['--patients', String(patients), '--centres', '3', '--seed', '3', '--out', folder];
  await generateExtract(readOptions(options));
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, synthetic: false }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Visits the built site, served with the headers given, on its demonstration or on an extract that claims to be real. */
async function visitSite(
  browser: Browser,
  { headers, extract }: { headers: readonly Header[]; extract: 'demonstration' | 'real' },
  visit: (page: Page, watch: SiteWatch) => Promise<void>,
): Promise<void> {
  const own = extract === 'real' ? [{ prefix: '/extract/', directory: folder }] : [];
  const server = await startServer({ mounts: [{ prefix: '/', directory: 'dist' }, ...own], headers });
  const { page, context, watch } = await openVisit(browser, server.url);
  watch.expectSelfCheck();
  // What nothing refuses asks for the address of a name that has none.
  if (headers.length === 0) watch.expectComplaint(/ERR_NAME_NOT_RESOLVED/);
  try {
    await visit(page, watch);
  } finally {
    await context.close();
    await server.close();
  }
  expect(watch.findings()).toEqual([]);
}

/** Playwright takes a navigation that the page stopped for one that goes on, and waits: the page is asked itself. */
const textWith = (page: Page, selector: string, words: string): Promise<string> =>
  until(
    () =>
      page.evaluate(
        ([where, what]) =>
          [...document.querySelectorAll(where)]
            .map((element) => element.textContent ?? '')
            .find((text) => text.includes(what)),
        [selector, words] as const,
      ),
    { what: `${selector} with “${words}”`, timeoutMs: 60_000 },
  );

const cellsOf = (page: Page, table: string): Promise<string[][]> =>
  page.evaluate((caption) => {
    const found = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent === caption);
    const rows = [...(found?.tBodies[0]?.rows ?? [])];
    return rows.map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
  }, table);

describe('the Privacy screen', () => {
  browserTest('shows every way out refused, and how it is known', async ({ page, watch, siteUrl }) => {
    watch.expectSelfCheck();
    await page.goto('#/privacy?lang=en&theme=light');
    const ways = [...pageWays, ...workerWays, ...engineWays].length;
    await page.getByRole('button', { name: 'Try every way out' }).click();
    await page.getByText(`✓ ${ways} ways out tried, none open: a real extract may be read.`).waitFor();

    const tried = await cellsOf(page, 'Ways out that were tried');
    expect(tried).toHaveLength(ways);
    expect(tried.filter(([, , verdict]) => verdict !== '✓ refused')).toEqual([]);
    expect(tried.filter(([, , , known]) => known === '')).toEqual([]);
    const protections = await cellsOf(page, 'Protections');
    expect(protections.map(([, state]) => state)).toEqual(protections.map(() => '✓ in place'));
    const headers = await cellsOf(page, 'Headers received');
    expect(headers).toEqual(securityHeaders.map(([name]) => [name, '✓ as shipped', '✓ as shipped']));
    await page.getByRole('button', { name: 'Values received with the page' }).click();
    const values = page.locator('section[aria-labelledby=headers] dd');
    expect(await values.allTextContents()).toEqual(securityHeaders.map(([, value]) => value));

    const received = await cellsOf(page, 'Bytes received, by origin');
    const origin = new URL(siteUrl).origin;
    const own = received.find(([name]) => name === origin);
    expect(Number(own?.[2]?.replaceAll(',', ''))).toBeGreaterThan(100_000);
    expect(received.filter(([name, , bytes]) => name !== origin && bytes !== '0')).toEqual([]);

    for (const theme of ['light', 'dark']) {
      await page.goto(`#/privacy?lang=${theme === 'dark' ? 'fr' : 'en'}&theme=${theme}`);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await screenshot(page, `privacy-checked-${width}-${theme}`);
        expect(await accessibilityViolations(page)).toEqual([]);
      }
    }
  });
});

describe('a site without its headers', () => {
  browserTest('opens the demonstration and no files of one’s own', ({ browser }) =>
    visitSite(browser, { headers: [], extract: 'demonstration' }, async (page) => {
      await page.goto('#/extract?lang=en');
      await page.getByText('demonstration-trial-2021-2000').first().waitFor(opening);
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Files…' }).click(),
      ]);
      await chooser.setFiles((await readdir(folder)).map((name) => join(folder, name)));
      const words = await textWith(page, '[role=alert]', 'The extract was not opened');
      expect(words).toContain('protections of this page are missing');
      expect(words).toContain('the page is probably served without its headers');
      expect(words).toContain('Caddyfile or nginx.conf');
      expect(words).toContain('The extract that was open still is.');

      await page.evaluate(() => document.querySelector<HTMLElement>('a[href*="#/privacy"]')?.click());
      await textWith(page, '[role=alert]', 'a real extract is not read here');
      const protections = await cellsOf(page, 'Protections');
      expect(protections.filter(([, state]) => state === '✓ in place').map(([name]) => name)).toEqual([
        'HTTPS or this machine',
        'Guard of navigations',
        'WebRTC and WebTransport removed from the page',
        'Lock of the engine, set at each start and asserted again here',
      ]);
      await page.evaluate(() => document.querySelector<HTMLElement>('a[href*="#/cohort"]')?.click());
      await textWith(page, 'header', '2,000 patients out of 2,000');
    }),
  );

  browserTest('does not open an extract that it serves and that may be real', ({ browser }) =>
    visitSite(browser, { headers: [], extract: 'real' }, async (page) => {
      await page.goto('#/cohort?lang=en');
      await textWith(page, '[role=alert]', 'The extract was not opened');
      await textWith(page, '[role=status]', 'No extract open');
    }),
  );
});

describe('a site with its headers', () => {
  browserTest('opens an extract that may be real, after it has tried its ways out', ({ browser }) =>
    visitSite(browser, { headers: securityHeaders, extract: 'real' }, async (page, watch) => {
      await page.goto('#/cohort?lang=en');
      await page.getByText(`${patients} patients out of ${patients}`).waitFor(opening);
      expect(watch.complaints.some((complaint) => complaint.includes('self-check.invalid'))).toBe(true);
    }),
  );
});
