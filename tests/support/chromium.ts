import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { launchBrowser } from '@commands/bench/launch-browser';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject, type TestContext, test } from 'vitest';

import { type SiteWatch, watchSite } from './site-watch';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built dashboard, served with its headers; ends with a slash. Given by tests/browser/setup.ts. */
    siteUrl: string;
  }
}

/**
 * Chromium with V8's first WebAssembly compiler alone. On two cores the second one, which makes code of code that has run for a
 * while, takes four of the ten seconds that a page of these tests lives until its first figure; what is computed is the same.
 */
export const launchTestBrowser = (): Promise<Browser> => launchBrowser(['--js-flags=--liftoff-only']);

/** One person's visit of a site: an own context with empty storage, watched from the first request on. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: SiteWatch;
}

export async function openVisit(
  browser: Browser,
  baseUrl: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: baseUrl, locale: 'fr-FR', ...options });
  context.setDefaultTimeout(30_000);
  const watch = await watchSite(context, baseUrl);
  return { context, watch, page: await context.newPage() };
}

const screenshots = '.cache/screenshots';

/** Keeps a picture of the page for a person to look at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

async function keepPictureOfFailure(page: Page, task: Readonly<TestContext['task']>): Promise<void> {
  if (task.result?.state !== 'fail') return;
  await screenshot(page, `failed-${task.name.replace(/[^a-z0-9]+/gi, '-')}`).catch(() => undefined);
}

/** The site, and one browser for the files of a worker. */
const siteTest = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of the fixtures from this pattern.
  .extend<{ siteUrl: string }>({ siteUrl: async ({}, use) => use(inject('siteUrl')) })
  .extend<{ browser: Browser }>({
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: as above.
      async ({}, use) => {
        const browser = await launchTestBrowser();
        await use(browser);
        await browser.close();
      },
      { scope: 'worker' },
    ],
  });

const visitOfFile = async ({ browser }: { browser: Browser }, use: (visit: Visit) => Promise<void>) => {
  const visit = await openVisit(browser, inject('siteUrl'));
  await use(visit);
  await visit.context.close();
};

/**
 * A test in Chromium on the built dashboard. It fails, whatever else it checks, when a request of a page or a worker
 * leaves the site, when the console reports an error, and when the content security policy refuses something.
 *
 * `page` lives as long as the test. The tests of a file share a context: the dashboard stores nothing by which one could tell
 * of another (`storage.test.ts`).
 */
export const browserTest = siteTest
  .extend<{ shared: Visit }>({
    shared: [visitOfFile, { scope: 'file' }],
  })
  .extend<{ page: Page; context: BrowserContext; watch: SiteWatch }>({
    page: async ({ shared: { context, watch }, task }, use) => {
      watch.forget();
      const page = await context.newPage();
      await use(page);
      await keepPictureOfFailure(page, task);
      const findings = watch.findings();
      await page.close();
      if (findings.length > 0) throw new Error(findings.join('\n'));
    },
    context: async ({ shared }, use) => use(shared.context),
    watch: async ({ shared }, use) => use(shared.watch),
  });

/**
 * The same with one page for all tests of a file, which opens the extract once: for tests that leave nothing behind but
 * an address. Each begins with what the one before left in the page's memory.
 */
export const onePageTest = siteTest
  .extend<{ visit: Visit }>({
    visit: [visitOfFile, { scope: 'file' }],
  })
  .extend<{ page: Page }>({
    page: async ({ visit, task }, use) => {
      await use(visit.page);
      await keepPictureOfFailure(visit.page, task);
      const findings = visit.watch.findings();
      if (findings.length > 0) throw new Error(findings.join('\n'));
    },
  });
