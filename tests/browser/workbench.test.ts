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

/** Writes at the cursor, and reads what the editor would complete it with. */
async function completed(page: Page, sql: string, name: string) {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Control+Space');
  const option = page.locator('.cm-tooltip-autocomplete [role=option]', {
    has: page.getByText(name, { exact: true }),
  });
  await option.click({ trial: true });
  for (let step = 0; (await option.getAttribute('aria-selected')) !== 'true'; step += 1) {
    expect(step).toBeLessThan(20);
    await page.keyboard.press('ArrowDown');
  }
  const meaning = page.locator('.cm-completionInfo');
  await meaning.waitFor();
  return {
    detail: await option.locator('.cm-completionDetail').allTextContents(),
    meaning: await meaning.textContent(),
  };
}

/** Takes one of the options of a field. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Four rows whose estimates are known by hand. */
const fourRows = `select * from (values
  (100, 1, 1, 1, 'F', 10), (200, 2, 1, 0, 'M', 20), (400, 1, 1, 1, 'M', 30), (300, 0, null, 0, null, 40)
) as t(day, cause, event, exposed, sex, age)`;

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
      for (const acting of ['drop table patient', "select * from enable_logging('QueryLog')"]) {
        await run(page, 'explain select 1');
        await said(page, /Plan of the statement/);
        await run(page, acting);
        await said(page, /Only statements that read are run/);
      }
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
      // Rows of the page are used again: each has its own number and cells, and they are read out in the order of the answer.
      await grid.evaluate(async (element) => {
        for (let step = 0; step < 12; step++) {
          element.scrollTop -= step % 3 === 2 ? -40 : 95;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      const inOrder = await until(
        async () => {
          const rows = await grid.locator('tbody tr').evaluateAll((all) =>
            all.map((row) => ({
              index: Number(row.getAttribute('aria-rowindex')),
              cells: [...row.children].map((cell) => cell.textContent?.replaceAll(',', '')),
              top: row.getBoundingClientRect().top,
            })),
          );
          const stands = rows.every(
            ({ index, cells, top }, at) =>
              cells.join() === `${index - 1},${index - 2},${(index - 2) % 7}` &&
              index === (rows[0]?.index ?? 0) + at &&
              Math.abs(top - (rows[0]?.top ?? 0) - at * 30) < 1,
          );
          return stands && rows;
        },
        { what: 'every row in its place' },
      );
      expect(inOrder.length).toBeGreaterThan(20);
      expect(inOrder[0]?.index).toBeLessThan(999_970);

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
      const cell = figure.locator('pre').filter({ hasText: 'await import' });
      expect(await cell.textContent()).toMatch(/^\{.*db\.ask\(eligibilityPatterns, cohort\).*\}\s*$/s);
      expect(await accessibilityViolations(page)).toEqual([]);
      await screenshot(page, 'figure-code');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: 'Start a notebook from here' }).click(),
      ]);
      const notebook = await readFile(await file.path(), 'utf8');
      expect(file.suggestedFilename()).toBe('from-treatment-to-a-stop.html');
      expect(notebook).toMatch(
        /^<!doctype html>\n<notebook.*"values": \[\s*"F"\s*\].*db\.ask\(eligibilityPatterns/s,
      );
      expect(notebook).not.toMatch(/P\d{4}/);

      await figure.getByRole('radio', { name: 'SQL', exact: true }).click({ force: true });
      await page.context().grantPermissions(['clipboard-write']);
      await figure.getByRole('button', { name: 'Copy', exact: true }).click();
      await figure.getByText('Copied.').waitFor();
      await figure.getByRole('button', { name: 'Open in the workbench' }).click();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await said(page, /\d+ rows? in/);
    },
  );

  onePageTest(
    'completes tables, columns, derived tables and named cohorts, and asks them',
    async ({ page }) => {
      const raw = await readRawExtract('public/extract');
      const women = raw.patient.filter(({ sex }) => sex === 'F').length;
      await page.goto('#/workbench?lang=en&sex=F');
      await page.getByRole('button', { name: /^Cohorts \(/ }).click();
      const menu = page.getByRole('dialog', { name: 'Named cohorts' });
      await menu.getByRole('button', { name: 'Keep' }).click();
      await menu.getByText('Cohort kept as A.').waitFor();
      await page.keyboard.press('Escape');
      await page.goto('#/workbench?lang=en');

      const table = await completed(page, 'select * from molecu', 'molecular');
      expect(table.meaning).toMatch(/BCR::ABL1/);
      const age = await completed(page, 'from patient as p select p.age', 'age_at_diagnosis_years');
      expect(age).toEqual({
        detail: ['INTEGER · a'],
        meaning: 'Age in completed years on the day of diagnosis.',
      });
      const derived = await completed(page, 'select * from response', 'response_sample');
      expect(derived.meaning).toMatch(/response class/);
      const cohort = await completed(page, 'select count(*) as patients from cohort_', 'cohort_a');
      expect(cohort.meaning).toMatch(/^The cohort “A”/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+Enter');
      await until(async () => (await rowsInSight(page))[0]?.[0] === String(women), {
        what: 'the women of the named cohort, in a screen without a rule',
      });
    },
  );

  onePageTest(
    'says which rule a chart leaves out, and calls a named cohort by its name',
    async ({ page }) => {
      await page.goto('#/cohort?lang=en&sex=F');
      const card = page.getByRole('group', { name: 'Sex' }).first();
      await card.getByRole('button', { name: 'Show the code' }).click();
      await card.getByText(/^The chart leaves out the rule on its own fact/).waitFor();
      await card.getByRole('radio', { name: 'Notebook cell' }).click({ force: true });
      const cell = card.locator('pre').filter({ hasText: 'import' });
      // The name that the cohort was given in the test before.
      expect(await cell.textContent()).toContain('"name": "A"');
      expect(await card.getByText(/^The chart leaves out/).count()).toBe(0);
    },
  );

  onePageTest('keeps scripts and answers of tabs apart, and runs what is selected', async ({ page }) => {
    await page.goto('#/workbench?lang=en');
    await page.getByRole('button', { name: 'New script' }).click();
    await run(page, "select 'first' as which\n, 'more' as rest");
    expect(await rowsStand(page, 1)).toEqual([['first', 'more']]);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('ControlOrMeta+Enter');
    await until(async () => (await rowsInSight(page))[0]?.length === 1, { what: 'the selected line alone' });
    expect(await rowsInSight(page)).toEqual([['first']]);

    const tabs = page.getByRole('tablist', { name: 'Scripts' }).getByRole('tab');
    const before = await tabs.count();
    await page.getByRole('button', { name: 'New script' }).click();
    await until(async () => (await tabs.count()) === before + 1, { what: 'a tab more' });
    expect(await page.locator('table[aria-rowcount]').count()).toBe(0);
    await run(page, "select 'second' as which");
    expect(await rowsStand(page, 1)).toEqual([['second']]);
    await tabs.nth(before - 1).click();
    expect(await editor(page).textContent()).toContain("'first' as which, 'more' as rest");
    expect(await rowsStand(page, 1)).toEqual([['first']]);
    await tabs.nth(before).click();
    expect(await editor(page).textContent()).toBe("select 'second' as which");
    expect(await rowsStand(page, 1)).toEqual([['second']]);
    await page.getByRole('button', { name: 'Close this script' }).click();
    await until(async () => (await tabs.count()) === before, { what: 'the tab is closed' });
    expect(await rowsStand(page, 1)).toEqual([['first']]);
  });

  onePageTest('estimates incidences, hazard ratios and Table 1, none of which leaves', async ({ page }) => {
    const downloads: string[] = [];
    const toggle = (column: string) =>
      page.locator('main').getByRole('checkbox', { name: column, exact: true }).click({ force: true });
    page.on('download', (file) => downloads.push(file.suggestedFilename()));
    await page.goto('#/workbench?lang=en');
    await editor(page).waitFor();
    await run(page, fourRows);
    await rowsStand(page, 4);
    await page.getByRole('tab', { name: 'Estimate' }).click();
    await choose(page, 'Kaplan-Meier', 'Cumulative incidence');
    await figureStands(page, /^Cumulative incidence by day/);
    const incidences = await tableOf(page, /^Estimates/);
    expect(incidences.slice(1).map((cells) => cells.slice(0, 5))).toEqual([
      ['cause 1', '4', '2', '25.0%', '25.0%'],
      ['cause 2', '4', '1', '0.0%', '25.0%'],
    ]);

    await choose(page, 'Cumulative incidence', 'Cox regression');
    await toggle('exposed');
    // 1/(1 + 2r) = r/(1 + r): r is the root of one half.
    const [, exposed] = await tableOf(page, /^Hazard ratios/);
    expect(exposed?.slice(0, 2)).toEqual(['exposed', '0.71']);
    await said(page, /3 rows, 3 events, 1 incomplete rows left out/);

    await choose(page, 'Cox regression', 'Table 1');
    for (const name of ['exposed', 'sex', 'age']) await toggle(name);
    await until(async () => (await tableOf(page, /^Table 1 of the answer/)).length === 5, {
      what: 'both columns',
    });
    expect((await tableOf(page, /^Table 1 of the answer/)).slice(1)).toEqual([
      ['sex: F', '1 (33.3%)'],
      ['sex: M', '2 (66.7%)'],
      ['sex: not known', '1 (25.0%)'],
      ['age', '25 [17.5; 32.5]'],
    ]);

    const ways = /export|download|save|copy/i;
    for (const view of ['Rows', 'Columns', 'Chart', 'Estimate']) {
      await page.getByRole('tab', { name: view }).click();
      await until(async () => (await page.locator('main [aria-busy=true]').count()) === 0);
      expect(await page.locator('main').getByRole('button', { name: ways }).count()).toBe(0);
      expect(await page.locator(':is(a[download], a[href^=blob], a[href^=data])').count()).toBe(0);
    }
    expect(downloads).toEqual([]);
  });
});
