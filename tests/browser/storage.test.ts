import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { openDashboard, screensOf } from '@tests/support/dashboard';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

/** Everything a browser can keep of a site, counted from inside it. */
function countStored(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    return {
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      indexedDB: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      files: names.length,
      cookies: document.cookie.length,
      serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
}

const nothing = {
  localStorage: 0,
  sessionStorage: 0,
  indexedDB: 0,
  caches: 0,
  files: 0,
  cookies: 0,
  serviceWorkers: 0,
};

/** One page in this order: a session that has seen every screen is the one that is closed. */
describe('the storage of the browser', () => {
  onePageTest('is empty after a session on every screen', async ({ page, visit: { context } }) => {
    await openDashboard(page);
    for (const screen of await screensOf(page)) {
      await page.goto(`./${screen}?lang=en&theme=dark&phase=CP`);
      await page.locator('h1').waitFor();
    }
    expect(await countStored(page)).toEqual(nothing);
    expect(await context.cookies()).toEqual([]);
  });

  onePageTest(
    'is empty when the session is closed, and so are the page and its history',
    async ({ page, visit: { context } }) => {
      await openDashboard(page, '#/cohort?lang=en&theme=light&phase=CP');
      await page.getByRole('button', { name: /^Cohorts \(/ }).click();
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await page.getByRole('button', { name: 'Cohorts (1)' }).waitFor();
      await page.keyboard.press('Escape');
      for (const screen of ['#/patients?lang=en&phase=CP&centre=C05', '#/comparison?lang=en&sex=F']) {
        await page.goto(screen);
        await page.locator('h1').waitFor();
      }

      await page.getByRole('button', { name: 'Close the session' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await screenshot(page, 'close-session');
      expect(await accessibilityViolations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Close the session' }).click();
      await page.getByText('This page no longer holds any row or definition.').waitFor();

      expect(page.workers()).toEqual([]);
      expect(await countStored(page)).toEqual(nothing);
      expect(await context.cookies()).toEqual([]);
      const addresses = await page.evaluate(() => navigation.entries().map(({ url }) => url));
      expect(addresses.filter((url) => !/#\/extract\?start=empty|^about:blank$/.test(url ?? ''))).toEqual([]);
      expect(await page.getByRole('button', { name: 'Close the session' }).count()).toBe(0);
      await screenshot(page, 'session-closed');

      await page.getByRole('link', { name: 'Comparison' }).click();
      await page.getByText('No extract open').waitFor();
      await page.getByRole('link', { name: 'Extract', exact: true }).click();
      await page.getByRole('button', { name: 'The extract served with this page' }).click();
      await page.getByText('demonstration-trial-2021-2000').first().waitFor();
      await page.getByRole('link', { name: 'Cohort', exact: true }).click();
      await page.getByText('2,000 patients out of 2,000').waitFor();
      await page.getByRole('button', { name: 'Cohorts (0)' }).waitFor();
      expect(page.url()).not.toContain('start=');
    },
  );

  onePageTest('would be seen if it were not', async ({ page }) => {
    await page.evaluate(async () => {
      localStorage.setItem('a', 'b');
      sessionStorage.setItem('a', 'b');
      await caches.open('a');
      await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true });
      await new Promise((resolve) => {
        indexedDB.open('a').onsuccess = resolve;
      });
    });
    expect(await countStored(page)).toEqual({
      ...nothing,
      localStorage: 1,
      sessionStorage: 1,
      indexedDB: 1,
      caches: 1,
      files: 1,
    });
  });
});
