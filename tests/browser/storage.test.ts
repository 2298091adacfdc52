import { browserTest } from '@tests/support/chromium';
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

describe('the storage of the browser', () => {
  browserTest('is empty after a session on every screen', async ({ page, context }) => {
    await openDashboard(page);
    for (const screen of await screensOf(page)) {
      await page.goto(`./${screen}?lang=en&theme=dark&phase=CP`);
      await page.locator('h1').waitFor();
    }
    expect(await countStored(page)).toEqual(nothing);
    expect(await context.cookies()).toEqual([]);
  });

  browserTest('would be seen if it were not', async ({ page }) => {
    await page.goto('./');
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
