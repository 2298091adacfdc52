import { referenceMethods } from '@session/statistics-worker-methods';
import { accessibilityViolations } from '@tests/support/accessibility';
import { browserTest, onePageTest, screenshot } from '@tests/support/chromium';
import { until } from '@tests/support/until';
import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';

/** The screen needs no extract: the page opens none. */
const address = '#/numbers?start=empty&lang=en';

const chunks = '**/assets/cases-*.js';

/** The text of the table, row by row. */
const rowsOf = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
    ),
  );

const allAgree = (page: Page) =>
  page.getByText(/^✓ (Everything agrees with R|Tout concorde avec R)/).waitFor({ timeout: 60_000 });

/** Serves a chunk of the site with one change made to it. */
async function altered(route: Route, change: (text: string) => string): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
}

describe('the Numbers screen', () => {
  onePageTest('recomputes every method in the browser, and all agree with R', async ({ page, visit }) => {
    await page.goto(address);
    await allAgree(page);
    const rows = await rowsOf(page);
    expect(rows).toHaveLength(referenceMethods.length);
    for (const [method = '', state, cases, values, largest, tolerance, versions] of rows) {
      expect(state, method).toBe('✓ agrees');
      expect(Number(cases?.replace(/,/g, '')), method).toBeGreaterThan(0);
      expect(Number(values?.replace(/,/g, '')), method).toBeGreaterThan(0);
      expect(Number(largest), method).toBeLessThanOrEqual(Number(tolerance));
      expect(versions, method).toMatch(/^R \d+\.\d+\.\d+/);
    }
    // The cases are chunks of their own, fetched by the worker: no other screen loads them.
    expect(visit.watch.requestedUrls.filter((url) => url.includes('/assets/cases-'))).toHaveLength(
      referenceMethods.length,
    );
  });

  for (const [width, height, theme, language] of [
    [1440, 1000, 'light', 'fr'],
    [390, 844, 'dark', 'en'],
  ] as const) {
    onePageTest(`passes axe-core and fits ${width} px, ${theme}, ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`#/numbers?start=empty&lang=${language}&theme=${theme}`);
      await allAgree(page);
      await screenshot(page, `numbers-${width}-${theme}`);
      expect(await accessibilityViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }

  browserTest('turns red and names the case when one number is another one', async ({ page }) => {
    let broken = 0;
    await page.route(chunks, (route) =>
      altered(route, (text) => {
        if (!/"?method\\?"?:\s?\\?[`"']Kaplan-Meier/.test(text)) return text;
        // The first survival probability of the first case, a millionth higher.
        return text.replace(/(survival\W{1,6}\[+)([\d.]+)/, (_, start: string, value: string) => {
          broken += 1;
          return `${start}${Number(value) * 1.000001}`;
        });
      }),
    );
    await page.goto(address);
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: 60_000 });
    expect(broken).toBe(1);
    await page.getByRole('button', { name: 'Recompute' }).waitFor({ timeout: 60_000 });
    expect(await alert.textContent()).toMatch(
      /Kaplan-Meier, case “lung by sex, log”: relative deviation of 1e-6 at “survival\[0\]”, tolerance 1e-9/,
    );
    const rows = await rowsOf(page);
    expect(rows.filter(([, state]) => state === '✗ out of tolerance').map(([method]) => method)).toEqual([
      'Kaplan-Meier',
    ]);
    expect(rows.filter(([, state]) => state === '✓ agrees')).toHaveLength(referenceMethods.length - 1);
    expect(await page.getByText(/Everything agrees/).count()).toBe(0);
    await screenshot(page, 'numbers-red');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  browserTest('says which cases could not be read', async ({ page, watch }) => {
    watch.expectComplaint(/404|Failed to load resource|dynamically imported/);
    let lost = 0;
    await page.route(chunks, async (route) => {
      const response = await route.fetch();
      if (!(await response.text()).includes('Fine-Gray')) return route.fulfill({ response });
      lost += 1;
      return route.fulfill({ status: 404, body: '' });
    });
    await page.goto(address);
    await page.getByText('Fine-Gray regression: the reference cases could not be read.').waitFor();
    await page.getByRole('button', { name: 'Recompute' }).waitFor({ timeout: 60_000 });
    expect(lost).toBe(1);
    expect((await rowsOf(page)).filter(([, state]) => state === '✗ cases unreadable')).toHaveLength(1);
  });

  browserTest('can be stopped and started again by keyboard', async ({ page }) => {
    const held: Route[] = [];
    let holding = true;
    await page.route(chunks, (route) => {
      if (holding) held.push(route);
      else void route.continue();
    });
    await page.goto(address);
    await until(() => held.length > 0, { what: 'the worker asks for cases' });
    await page.getByText(`Recomputing: 0 methods of ${referenceMethods.length}`).waitFor();
    await page.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Stopped: the methods still waiting/).waitFor();
    expect(await page.getByText(/Everything agrees/).count()).toBe(0);
    holding = false;
    await page.getByRole('button', { name: 'Recompute' }).focus();
    await page.keyboard.press('Enter');
    await until(async () => (await rowsOf(page)).some(([, state]) => state === '✓ agrees'), {
      what: 'the first method agrees',
    });
  });
});
