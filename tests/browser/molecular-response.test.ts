import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { responseRows } from '@tests/support/shown-curves';
import { figureStands, linesOf, valuesOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const everybody = () => new Set(raw.patient.map((row) => row.patient_id));
const ofSex = (sex: string) =>
  new Set(raw.patient.filter((row) => row.sex === sex).map((row) => row.patient_id));

const sinceTki = 'BCR::ABL1 since the start of the first TKI';
const sinceSecond = 'BCR::ABL1 since the start of the 2nd TKI line';

/** Opens the screen and waits until the trajectories stand behind the curves. */
async function open(page: Page, choices = '', title = sinceTki): Promise<void> {
  await page.goto(`#/molecular-response?lang=en${choices}`);
  await figureStands(page, title);
  await page.getByText(/^Trajectories: /).waitFor();
}

const slider = (page: Page) => page.getByRole('slider', { name: /^Visits in the order of time/ });

/** A point of the picture, in pixels of the window: a share of its width, and of the height of the plot. */
async function pointAt(page: Page, across: number, down: number) {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('the picture has no place');
  return { x: box.x + 66 + across * (box.width - 66 - 60), y: box.y + 30 + down * 370 };
}

describe('the molecular response', () => {
  onePageTest('is that of the raw rows since each origin, and in each group', async ({ page }) => {
    await open(page);
    expect((await valuesOf(page, sinceTki)).slice(1)).toEqual(responseRows(raw, everybody()));

    await page.getByRole('button', { name: /Time since/ }).click();
    await page.getByRole('option', { name: 'the 2nd TKI line' }).click();
    await figureStands(page, sinceSecond);
    expect(page.url()).toContain('origin=second_tki');
    expect((await valuesOf(page, sinceSecond)).slice(1)).toEqual(
      responseRows(raw, everybody(), 'second_tki'),
    );

    await page.getByRole('button', { name: /Compare by/ }).click();
    await page.getByRole('option', { name: 'Sex' }).click();
    await page.getByText(/Women: [\d,]+ and Men: [\d,]+/).waitFor();
    await figureStands(page, sinceSecond);
    const rows = (await valuesOf(page, sinceSecond)).slice(1);
    for (const [sex, name] of [
      ['F', 'Women'],
      ['M', 'Men'],
    ] as const) {
      expect(rows.filter((row) => row[0] === name).map((row) => row.slice(1))).toEqual(
        responseRows(raw, ofSex(sex), 'second_tki'),
      );
    }
  });

  onePageTest('has the patients of each visit under the axis, in line with its tick', async ({ page }) => {
    await open(page);
    const lines = await linesOf(page, sinceTki);
    const counts = lines.find(({ words }) => words[0] === 'Patients');
    const axis = lines.find(({ words }) => words.length > 5 && words[0] === '0');
    const expected = new Map(responseRows(raw, everybody()).map(([month, patients]) => [month, patients]));
    expect(counts?.words.slice(1)).toEqual(axis?.words.map((month) => expected.get(month)));
    counts?.middles.slice(1).forEach((middle, index) => {
      expect(Math.abs(middle - (axis?.middles[index] ?? Number.NaN))).toBeLessThan(1);
    });
  });

  onePageTest('is read visit by visit with the keyboard, and under the pointer', async ({ page }) => {
    await open(page);
    const rows = responseRows(raw, everybody());
    const reading = (month: string) => {
      const [, patients, first, median, interval, third, undetected] =
        rows.find((row) => row[0] === month) ?? [];
      const none = undetected === '0' ? 'none' : undetected;
      return `${month} months, Cohort: median ${median} (95% CI ${interval}), quartiles ${first} to ${third}; ${patients} patients, ${none} undetected`;
    };
    await slider(page).focus();
    for (const [key, month] of [
      ['ArrowRight', '0'],
      ['ArrowRight', '3'],
      ['End', '60'],
      ['ArrowLeft', '54'],
      ['Home', '0'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByText(reading(month), { exact: true }).waitFor();
      expect(await slider(page).getAttribute('aria-valuetext')).toBe(`visit at ${month} months`);
    }
    const { x, y } = await pointAt(page, 24 / 60, 0.5);
    await page.mouse.move(x, y);
    await page.getByText(reading('24'), { exact: true }).waitFor();
  });

  onePageTest('is enlarged by a drag and by numbers, and goes back to the whole period', async ({ page }) => {
    await open(page);
    const [from, to] = [await pointAt(page, 0.1, 0.4), await pointAt(page, 0.4, 0.4)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, to.y);
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
    await until(() => /zoom=[56]\.\.2[345]/.test(page.url()), { what: 'the period in the address' });
    await page.getByRole('textbox', { name: 'To month' }).fill('36');
    await page.keyboard.press('Enter');
    await until(() => /zoom=[56]\.\.36/.test(page.url()), { what: 'the month that was typed' });
    const axis = async () =>
      (await linesOf(page, sinceTki)).find(({ words }) => words.length > 5 && words[0] !== 'Patients')?.words;
    expect(await axis()).toEqual(['6', '9', '12', '15', '18', '24', '30', '36']);
    await screenshot(page, 'molecular-response-zoom');
    await page.getByRole('button', { name: 'Whole period' }).click();
    await until(() => !page.url().includes('zoom'), { what: 'the whole period' });
    expect((await axis())?.[0]).toBe('0');
    await page.goto('#/molecular-response?lang=en&zoom=30..5');
    await page.getByText(/could not be read and was left aside: zoom/).waitFor();
  });

  onePageTest('opens the course of a patient from the list and by a click on a line', async ({ page }) => {
    await open(page);
    await page
      .getByText(/^Trajectories: 150 patients of the 1,857 on the curve, chosen reproducibly/)
      .waitFor();
    const address = page.url();
    await page.getByRole('button', { name: /Trajectory picked out/ }).click();
    await page.getByRole('option', { name: /^No\. 3: / }).click();
    const chosen = await page.getByRole('button', { name: /Trajectory picked out/ }).textContent();
    await screenshot(page, 'molecular-response-picked');
    await page.getByRole('button', { name: 'Open its course' }).click();
    const dialog = page.getByRole('dialog', { name: 'Trajectory picked out' });
    await dialog.locator('svg[role=img]').waitFor();
    const samples = Number(/(\d+) samples/.exec(chosen ?? '')?.[1]);
    const summary = await dialog
      .getByText(/BCR::ABL1 samples, over/)
      .first()
      .textContent();
    // Samples that say nothing, and those long before the origin, are on the course alone.
    expect(Number(/of which (\d+)/.exec(summary ?? '')?.[1])).toBeGreaterThanOrEqual(samples);
    expect(samples).toBeGreaterThan(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    await screenshot(page, 'molecular-response-course');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const { x, y } = await pointAt(page, 0.5, 0.48);
    await page.mouse.click(x, y);
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(address);

    await page.getByText('Trajectories', { exact: true }).click();
    await until(() => page.url().includes('trajectories=hidden'), { what: 'the choice in the address' });
    await page.getByText(/^Trajectories: /).waitFor({ state: 'detached' });
    await figureStands(page, sinceTki);
  });

  for (const [width, height] of [
    [1440, 1000],
    [390, 844],
  ] as const) {
    onePageTest(`of groups passes axe-core and fits ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      for (const [theme, by] of [
        ['light', 'first_line'],
        ['dark', 'elts'],
      ] as const) {
        await open(page, `&theme=${theme}&by=${by}&months=120`);
        await slider(page).focus();
        await page.keyboard.press('End');
        await page
          .getByText(/^120 months, /)
          .first()
          .waitFor();
        await screenshot(page, `molecular-response-groups-${width}-${theme}`);
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    });
  }
});
