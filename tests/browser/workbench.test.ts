import { readFile } from 'node:fs/promises';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { independentFollowUp, independentKaplanMeier } from '@tests/support/independent-curves';
import { readRawExtract } from '@tests/support/raw-extract';
import { figureStands, tableOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

const editor = (page: Page) => page.locator('.cm-content');

/** Writes a script over what stands in the editor, and runs the statement that the cursor is in. */
async function run(page: Page, sql: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('ControlOrMeta+Enter');
}

const said = (page: Page, words: RegExp) =>
  until(async () => words.test((await page.locator('main').textContent()) ?? ''), { what: String(words) });

const rowsInSight = (page: Page) =>
  page
    .locator('table[aria-rowcount] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')),
    );

const rowsStand = (page: Page, count: number) =>
  until(
    async () => {
      const rows = await rowsInSight(page);
      return rows.length === count && rows.every((cells) => cells.length > 0) && rows;
    },
    { what: `${count} rows` },
  );

describe('the SQL workbench', () => {
  onePageTest('answers statements on the extract, its cohorts and its endpoints', async ({ page }) => {
    const raw = await readRawExtract('public/extract');
    await page.goto('#/workbench?lang=en&sex=F');
    await editor(page).waitFor();
    await run(page, 'select sex, count(*) as patients from patient group by all; select 7 as other');
    await said(page, /1 row in/);
    expect(await rowsStand(page, 1)).toEqual([['7']]);

    await run(page, 'select patient_id, age from cohort');
    const women = raw.patient.filter(({ sex }) => sex === 'F');
    await said(page, new RegExp(`${women.length} rows in`));
    const byAge = page.getByRole('columnheader', { name: /^Sort by age/ });
    for (const order of ['ascending', 'descending']) {
      await byAge.getByRole('button').click();
      await until(async () => (await byAge.getAttribute('aria-sort')) === order, { what: order });
    }
    const oldest = Math.max(...women.map((one) => one.age_at_diagnosis_years));
    await until(async () => (await rowsInSight(page))[0]?.[1] === String(oldest), {
      what: 'the oldest first',
    });
    await page.getByRole('textbox', { name: /Show only the rows/ }).fill(`age = ${oldest}`);
    await page.getByRole('button', { name: 'Apply' }).click();
    const eldest = women.filter((one) => one.age_at_diagnosis_years === oldest);
    const shown = await rowsStand(page, eldest.length);
    expect(shown.map(([id]) => id).toSorted()).toEqual(eldest.map((one) => one.patient_id).toSorted());

    // Nothing of it is in the address.
    expect(page.url()).not.toMatch(/select|age/i);
  });

  onePageTest('estimates and draws an answer, accessibly', async ({ page }) => {
    await page.goto('#/workbench?lang=en');
    await editor(page).waitFor();
    await run(
      page,
      `select follow_up_days as day, event_observed as lost, sex
      from molecular_recurrence join cohort using (patient_key) where follow_up_days is not null`,
    );
    await said(page, /rows in/);
    await page.getByRole('tab', { name: 'Columns' }).click();
    expect((await tableOf(page, /What is in each column/)).map(([name]) => name)).toEqual([
      'Column',
      'day',
      'lost',
      'sex',
    ]);
    await page.getByRole('tab', { name: 'Chart' }).click();
    await page.locator('main svg[role=img]').waitFor();
    await page.getByRole('tab', { name: 'Estimate' }).click();
    await figureStands(page, /^Survival by day/);
    const [, everybody] = await tableOf(page, /Estimates/);
    const raw = await readRawExtract('public/extract');
    const expected = independentFollowUp(raw, new Set(raw.patient.map((one) => one.patient_id)));
    expect(everybody?.slice(0, 3)).toEqual([
      'Everybody',
      String(expected.length),
      String(expected.filter(({ event }) => event).length),
    ]);
    const steps = independentKaplanMeier(expected);
    const atOneYear = steps.findLast(({ days }) => days <= 12 * (365.25 / 12))?.survival ?? 1;
    expect(everybody?.[6]).toBe(`${(atOneYear * 100).toFixed(1)}%`);

    for (const [width, height] of [
      [1440, 1000],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const [theme, language] of [
        ['light', 'fr'],
        ['dark', 'en'],
      ] as const) {
        await page.goto(`#/workbench?lang=${language}&theme=${theme}`);
        await until(
          () =>
            page.evaluate(
              ([wanted, spoken]) =>
                document.documentElement.dataset.theme === wanted &&
                document.documentElement.lang === spoken &&
                document.querySelector('main svg[role=img]') !== null,
              [theme, language] as const,
            ),
          { what: `the screen stands, ${theme}` },
        );
        for (const view of [/Lignes|Rows/, /Colonnes|Columns/, /Graphique|Chart/, /Estimer|Estimate/]) {
          await page.getByRole('tab', { name: view }).click();
          await until(async () => (await page.locator('main [aria-busy=true]').count()) === 0);
          expect(await accessibilityViolations(page)).toEqual([]);
        }
        await screenshot(page, `workbench-${width}-${theme}`);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  onePageTest(
    'marks faults, refuses to write, scrolls a million rows and lets go of a long statement',
    async ({ page }) => {
      await page.goto('#/workbench?lang=en');
      await editor(page).waitFor();
      await run(page, 'select sex,\n  wrong\nfrom patient');
      await said(page, /The engine cannot answer: line 2, column 3/);
      expect(await page.locator('.cm-fault').textContent()).toBe('wrong');
      await run(page, 'drop table patient');
      await said(page, /Only statements that read are run/);
      await run(page, "select * from read_csv('https://foreign.invalid/x.csv')");
      await said(page, /The engine cannot answer/);
      await run(page, 'explain select count(*) from patient');
      await said(page, /Plan of the statement/);

      await run(page, 'select range as n, range % 7 as seven from range(1000001)');
      await said(page, /1,000,000 rows in .*The statement has more rows/s);
      const grid = page.locator('section:has(> table[aria-rowcount="1000001"])');
      await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await until(async () => (await rowsInSight(page)).at(-1)?.[0] === '999999', { what: 'the last row' });
      expect((await rowsInSight(page)).length).toBeLessThan(60);

      await run(page, 'select count(*) from range(20000000000) a where a.range % 3 = 1');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await said(page, /Statement cancelled/);
      await run(page, 'select 1 as one');
      expect(await rowsStand(page, 1)).toEqual([['1']]);
      await page.getByRole('button', { name: 'Statements of this session' }).click();
      await said(page, /drop|range\(1000001\)/);
    },
  );

  onePageTest(
    'is where the code of a figure goes on, or a notebook that starts from it',
    async ({ page }) => {
      await page.goto('#/eligibility?lang=en&sex=F');
      const figure = page.locator('main figure');
      await figure.getByRole('button', { name: 'Show the code' }).click();
      const sql = figure.locator('pre');
      await sql.waitFor();
      expect(await sql.textContent()).toMatch(/-- question: .*from temp\.cohort/s);
      await figure.getByRole('radio', { name: 'Notebook cell' }).click({ force: true });
      const cell = figure.locator('pre').filter({ hasText: 'import' });
      expect(await cell.textContent()).toMatch(/^import .*db\.ask\(eligibilityPatterns, cohort\)/s);
      expect(await accessibilityViolations(page)).toEqual([]);
      await screenshot(page, 'figure-code');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: 'Start a notebook from here' }).click(),
      ]);
      const notebook = await readFile(await file.path(), 'utf8');
      expect(file.suggestedFilename()).toMatch(/\.html$/);
      expect(notebook).toMatch(
        /^<!doctype html>\n<notebook.*"values": \[\s*"F"\s*\].*db\.ask\(eligibilityPatterns/s,
      );
      expect(notebook).not.toMatch(/P\d{4}/);

      await figure.getByRole('radio', { name: 'SQL', exact: true }).click({ force: true });
      await figure.getByRole('button', { name: 'Open in the workbench' }).click();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await said(page, /\d+ rows? in/);
    },
  );
});
