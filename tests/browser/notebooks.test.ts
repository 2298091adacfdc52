import { readdirSync } from 'node:fs';
import { type NativeExtract, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { extractContract } from '@data/contracts/extract-contract';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { notebookIds } from '@features/notebooks/notebook-list';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { runInNode, type ShownNotebook } from '@tests/support/notebook-in-node';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

let extract: NativeExtract;

beforeAll(async () => {
  extract = await openNativeExtract('public/extract', extractContract);
  await deriveTables(extract.engine);
});
afterAll(() => extract.engine.close());

/** Waits until each cell and each place in its texts is filled, and reads what the page shows. */
async function shownIn(page: Page, { figures, tables }: ShownNotebook): Promise<ShownNotebook> {
  const counts = () =>
    page.evaluate(() => ({
      tables: document.querySelectorAll('main .notebook-table').length,
      figures: document.querySelectorAll('main svg[class^=plot], main figure').length,
      empty: [...document.querySelectorAll('[id^=place-]')].filter((place) => place.textContent === '')
        .length,
      errors: [...document.querySelectorAll('.notebook-error')].map((error) => error.textContent),
    }));
  await until(
    async () => {
      const now = await counts();
      const stands = now.empty === 0 && now.tables >= Object.keys(tables).length && now.figures >= figures;
      return stands || now.errors.length > 0;
    },
    { what: 'the notebook stands', timeoutMs: 90_000, intervalMs: 100 },
  );
  expect((await counts()).errors).toEqual([]);
  return page.evaluate(() => ({
    tables: Object.fromEntries(
      Array.from(document.querySelectorAll('main .notebook-table table'), (table) => [
        table.querySelector('caption')?.textContent ?? '',
        Array.from((table as HTMLTableElement).rows, (row) =>
          Array.from(row.cells, (cell) => cell.textContent ?? ''),
        ),
      ]),
    ),
    places: Object.fromEntries(
      Array.from(document.querySelectorAll('[id^=place-]'), (place) => [place.id, place.textContent ?? '']),
    ),
    figures: document.querySelectorAll('main svg[class^=plot], main figure').length,
  }));
}

describe('the notebooks', () => {
  onePageTest('in the list are those of the folder', async ({ page }) => {
    const files = readdirSync('notebooks').filter((file) => file.endsWith('.html'));
    expect(files.map((file) => file.replace('.html', ''))).toEqual(notebookIds);
    await page.goto('#/notebooks?lang=en');
    await page.getByRole('link', { name: /Trends of practice/ }).click();
    await page.waitForURL(/notebooks\/05-trends-of-practice\.html/);
  });

  onePageTest.for(notebookIds)(
    '%s opens without an error and shows what its cells give in Node, which are the numbers of the screens',
    async (name, { page }) => {
      await page.setViewportSize({ width: 1440, height: 1000 });
      // Node computes while the page opens; that its numbers are the screens' own is held by tests/queries/notebooks.test.ts.
      const [inNode] = await Promise.all([
        runInNode(`notebooks/${name}.html`, extract),
        page.goto(`./notebooks/${name}.html?theme=light`),
      ]);
      expect(Object.keys(inNode.tables).length).toBeGreaterThan(0);
      expect(await shownIn(page, inNode)).toEqual(inNode);
      for (const [width, theme] of [
        [1440, 'light'],
        [390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 1000 });
        await page.evaluate(
          (look) => Object.assign(document.documentElement.dataset, { theme: look }),
          theme,
        );
        await screenshot(page, `notebook-${name}-${width}`);
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    },
  );
});
