import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser } from '@commands/bench/launch-browser';
import { openVisit } from '@tests/support/chromium';
import { openDashboard, screensOf } from '@tests/support/dashboard';
import { startFixtureSite } from '@tests/support/fixture-site';
import { startForeignHost } from '@tests/support/foreign-host';
import { netLogFlags, readNetLog, requestsLeaving } from '@tests/support/net-log';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';

import { tryInWorker } from './egress/page-channels';

/** Chromium describes the fields of a page to its servers about a second after they appear. */
const browserMillisecondsToAsk = 1500;

const autofillAdvice =
  'a request to content-autofill.googleapis.com is Chromium describing the text or number fields of the page to its ' +
  'maker; it spares search forms (and neither autocomplete="off" nor a policy header stops it), so put the field ' +
  'into <form action="./search"> or give it the form attribute of one';

describe("the browser's own network log", () => {
  async function logOf(url: string, visit: (page: Page) => Promise<unknown>) {
    const folder = await mkdtemp(join(tmpdir(), 'cml-net-log-'));
    const path = join(folder, 'net-log.json');
    const browser = await launchBrowser(netLogFlags(path));
    const { page } = await openVisit(browser, url);
    await visit(page);
    await browser.close();
    const requests = await readNetLog(path);
    await rm(folder, { recursive: true });
    return requests;
  }

  it('holds no request of the dashboard that leaves its origin, whatever screen is shown', async () => {
    const siteUrl = inject('siteUrl');
    const requests = await logOf(siteUrl, async (page) => {
      await openDashboard(page);
      for (const screen of await screensOf(page)) {
        await page.goto(`./${screen}`);
        await page.locator('h1').waitFor();
        await new Promise((resolve) => setTimeout(resolve, browserMillisecondsToAsk));
      }
      // The field for a cohort's name appears with its menu.
      await page.goto('./#/comparison?lang=en');
      await page.getByRole('button', { name: /^Cohorts \(/ }).click();
      await page.getByRole('textbox').waitFor();
      // What the self-check sees refused never becomes a request.
      await page.goto('./#/privacy?lang=en');
      await page.getByRole('button', { name: 'Try every way out' }).click();
      await page.getByText(/ways out tried, none open/).waitFor();
      await new Promise((resolve) => setTimeout(resolve, browserMillisecondsToAsk));
    });
    const ofSite = requests
      .filter(({ url }) => url.startsWith(siteUrl))
      .map(({ url }) => new URL(url).pathname);
    expect(ofSite.some((path) => path.endsWith('.wasm'))).toBe(true);
    expect(ofSite.some((path) => path.endsWith('.parquet'))).toBe(true);
    expect(requestsLeaving(requests, siteUrl), autofillAdvice).toEqual([]);
  });

  it('would hold those of a page and of a worker', async () => {
    const site = await startFixtureSite({ headers: [], guarded: false });
    const foreign = await startForeignHost();
    const requests = await logOf(site.url, async (page) => {
      await page.goto(site.url);
      await page.evaluate((url) => fetch(url).then(String), `${foreign.origin}/page`);
      await page.evaluate(tryInWorker, ['fetch', `${foreign.origin}/worker`] as [string, string]);
    });
    await foreign.close();
    await site.close();
    expect(requestsLeaving(requests, site.url)).toEqual([
      `${foreign.origin}/page`,
      `${foreign.origin}/worker`,
    ]);
  });
});
