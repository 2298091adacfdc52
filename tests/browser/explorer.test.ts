import { readFile } from 'node:fs/promises';
import { onePageTest } from '@tests/support/chromium';
import { figureDrawn, openDashboard } from '@tests/support/dashboard';
import { independentMmrWindow } from '@tests/support/independent-rules';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { until } from '@tests/support/until';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const number = new Intl.NumberFormat('en-GB');
const counted = (page: Page, patients: number) =>
  page.getByText(`${number.format(patients)} patients out of 2,000`).waitFor();

/** Goes on with the key until an element has the focus. */
async function pressUntilFocused(page: Page, key: string, target: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses <= most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} do not reach ${String(target)}`);
}

/** What the element with the focus is called, and where it stands among all elements. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const place = Array.from(document.querySelectorAll('*')).indexOf(element);
    return `${place} ${element.getAttribute('aria-label') ?? ''}`;
  });

/** The rules as they stand in the list, and how many remain after each. */
async function path(page: Page): Promise<readonly { rule: string; remain: number }[]> {
  await page.locator('[data-place] strong').first().waitFor({ timeout: 60_000 });
  await until(
    async () =>
      (await page.locator('section[aria-label="Rules of the cohort"] [aria-busy=true]').count()) === 0,
    {
      what: 'the attrition stands',
    },
  );
  const rows = await page.locator('[data-place]').evaluateAll((all) =>
    all.map((row) => ({
      place: Number(row.getAttribute('data-place')),
      rule: row.querySelector('p')?.textContent?.replace(/^\d+\s*/, '') ?? '',
      remain: Number(row.querySelector('strong')?.textContent?.replace(/\D/g, '')),
    })),
  );
  return rows.toSorted((a, b) => a.place - b.place).map(({ rule, remain }) => ({ rule, remain }));
}

describe('the explorer of a cohort', () => {
  onePageTest(
    'makes a rule on events with the keyboard alone, counted as from the raw rows',
    async ({ page }) => {
      await openDashboard(page, '#/cohort?lang=en');
      await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Add a rule' }));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Add a rule' });
      await dialog.waitFor();

      await pressUntilFocused(page, 'Tab', dialog.getByRole('radio', { name: 'The patient' }));
      await page.keyboard.press('ArrowRight');
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: /What is claimed of each/ }));
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'BCR::ABL1 IS', exact: true }).waitFor();
      await page.keyboard.type('BCR');
      await page.keyboard.press('Enter');
      await pressUntilFocused(page, 'Tab', dialog.getByRole('textbox', { name: 'Maximum (% IS)' }));
      await page.keyboard.type('0.1');
      await pressUntilFocused(page, 'Tab', dialog.getByRole('radio', { name: 'At any time' }));
      await page.keyboard.press('ArrowRight');
      for (const [field, value] of [
        ['From', '9'],
        ['To', '15'],
      ] as const) {
        await pressUntilFocused(page, 'Tab', dialog.getByRole('textbox', { name: field, exact: true }));
        await page.keyboard.press('Control+A');
        await page.keyboard.type(value);
      }
      await page.keyboard.press('Tab');

      const { met, notMet, unknown } = independentMmrWindow(raw, { from: 9, to: 15, atMost: 0.1 });
      await dialog
        .getByText(
          `Of all patients: ${number.format(met)} yes · ${number.format(notMet)} no · ${number.format(unknown)} undetermined`,
        )
        .waitFor();
      await dialog
        .getByText(
          'at least one BCR::ABL1 sample, with BCR::ABL1 IS: ≤ 0.1% IS, between 9 and 15 months after the start of the first TKI',
        )
        .waitFor();
      await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Add to the cohort' }));
      await page.keyboard.press('Enter');
      await counted(page, met);
      expect((await path(page)).map(({ remain }) => remain)).toEqual([met]);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add a rule');

      // And edited: those who do not meet it, found from the button of its own row.
      await pressUntilFocused(page, 'Shift+Tab', page.getByRole('button', { name: /^Edit: / }));
      await page.keyboard.press('Enter');
      const edited = page.getByRole('dialog', { name: 'Edit the rule' });
      await pressUntilFocused(page, 'Tab', edited.getByRole('switch', { name: /^Negate/ }));
      await page.keyboard.press('Space');
      await pressUntilFocused(page, 'Tab', edited.getByRole('button', { name: 'Save the rule' }));
      await page.keyboard.press('Enter');
      await counted(page, notMet);
    },
  );

  onePageTest('says at its field what a rule lacks, and Escape leaves the cohort alone', async ({ page }) => {
    await openDashboard(page, '#/cohort?lang=en&sex=F');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Variable/ }).click();
    await page.getByRole('option', { name: 'Transcript' }).click();
    await dialog.getByRole('button', { name: 'Add to the cohort' }).click();
    await dialog.getByText('Choose at least one value.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('transcript');
  });

  onePageTest('combines rules, edits a part, and splits them again', async ({ page }) => {
    await openDashboard(page, '#/cohort?lang=en&sex=F&age=65..');
    const women = (row: RawExtract['patient'][number]) => row.sex === 'F';
    const old = (row: RawExtract['patient'][number]) => row.age_at_diagnosis_years >= 65;
    await counted(page, raw.patient.filter((row) => women(row) && old(row)).length);
    await page.getByRole('button', { name: /^More actions: Sex/ }).click();
    await page.getByRole('menuitem', { name: 'Combine with…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Combine rules' });
    await dialog.getByRole('checkbox', { name: /Age/ }).click({ force: true });
    await dialog.getByRole('button', { name: 'Combine', exact: true }).click();
    await counted(page, raw.patient.filter((row) => women(row) || old(row)).length);

    await page.getByRole('button', { name: /^Edit: / }).click();
    const editor = page.getByRole('dialog', { name: 'Edit the rule' });
    await editor.getByRole('button', { name: /^Negate: Sex/ }).click();
    await editor.getByRole('button', { name: 'Save the rule' }).click();
    await counted(page, raw.patient.filter((row) => !women(row) || old(row)).length);
    await page.getByRole('button', { name: /^More actions/ }).click();
    await page.getByRole('menuitem', { name: 'Split into rules' }).click();
    await counted(page, raw.patient.filter((row) => !women(row) && old(row)).length);
    expect(await path(page)).toHaveLength(2);
  });

  onePageTest(
    'takes the rules in any order, by button, by keyboard and by pointer, to the same end',
    async ({ page }) => {
      await openDashboard(page, '#/cohort?lang=en&phase=CP&sex=F&age=40..65');
      const start = await path(page);
      expect(start.map(({ rule }) => rule.split(':')[0])).toEqual([
        'Phase at diagnosis',
        'Sex',
        'Age at diagnosis',
      ]);
      const end = start.at(-1)?.remain;
      const order = async (names: readonly string[]) => {
        await until(
          async () => (await path(page)).every(({ rule }, at) => rule.startsWith(names[at] ?? '-')),
          {
            what: `the order ${names.join(', ')}`,
          },
        );
        expect((await path(page)).at(-1)?.remain).toBe(end);
      };

      await page.getByRole('button', { name: /^Move down: Phase/ }).focus();
      await page.keyboard.press('Enter');
      await order(['Sex', 'Phase', 'Age']);
      expect((await path(page))[0]?.remain).toBe(raw.patient.filter((row) => row.sex === 'F').length);
      await until(async () => / Move down: Phase/.test(await focused(page)), {
        what: 'the keyboard stays on the button',
      });
      await page.getByText('Phase at diagnosis: Chronic (CP): step 2 of 3').waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await order(['Sex', 'Age', 'Phase']);
      await until(async () => / Move (up|down): Phase/.test(await focused(page)), {
        what: 'the keyboard stays on a button of the row',
      });

      await page.getByRole('button', { name: /^Drag: Phase/ }).focus();
      // A place to drop is there a moment after the key, and takes the focus.
      for (const key of ['Enter', 'ArrowUp', 'ArrowUp']) {
        const before = await focused(page);
        await page.keyboard.press(key);
        await until(async () => (await focused(page)) !== before, { what: `${key} moves the focus` });
      }
      await page.keyboard.press('Enter');
      await until(async () => !(await path(page)).at(-1)?.rule.startsWith('Phase'), {
        what: 'the drag took effect',
      });
      expect((await path(page)).at(-1)?.remain).toBe(end);

      const last = (await path(page)).at(-1)?.rule.split(':')[0] ?? '';
      const handle = await page.getByRole('button', { name: new RegExp(`^Drag: ${last}`) }).boundingBox();
      const first = await page.locator('[data-place="0"]').boundingBox();
      if (handle === null || first === null) throw new Error('no row to drag');
      await page.mouse.move(handle.x + 8, handle.y + 8);
      await page.mouse.down();
      await page.mouse.move(handle.x + 8, handle.y - 10, { steps: 4 });
      await page.mouse.move(first.x + 40, first.y + 3, { steps: 12 });
      await page.mouse.up();
      await until(async () => (await path(page))[0]?.rule.startsWith(last), {
        what: 'the dragged rule is first',
      });
      expect((await path(page)).at(-1)?.remain).toBe(end);
      await page.goBack();
      await until(async () => (await path(page)).at(-1)?.rule.startsWith(last), { what: 'one step back' });
    },
  );

  onePageTest(
    'draws a rule with the brush: counts follow, the address when it is let go',
    async ({ page }) => {
      await openDashboard(page, '#/cohort?lang=en');
      const between = (from: number, to: number) =>
        raw.patient.filter((row) => row.age_at_diagnosis_years >= from && row.age_at_diagnosis_years <= to)
          .length;
      const histogram = page.getByRole('img', { name: 'Distribution: Age at diagnosis' });
      const box = await histogram.boundingBox();
      if (box === null) throw new Error('no histogram');
      const at = (share: number) => box.x + share * box.width;
      await page.mouse.move(at(0.3), box.y + 20);
      await page.mouse.down();
      await page.mouse.move(at(0.6), box.y + 30, { steps: 12 });
      const status = page.getByRole('status').filter({ hasText: 'out of 2,000' });
      await until(async () => !(await status.textContent())?.startsWith('2,000'), {
        what: 'the count follows',
      });
      expect(page.url()).not.toContain('age=');
      await page.mouse.up();
      await until(() => page.url().includes('age='), { what: 'the rule is in the address' });
      const [, from, to] = /age=(\d+)\.\.(\d+)/.exec(page.url()) ?? [];
      await counted(page, between(Number(from), Number(to)));

      await page.mouse.move(at(0.45), box.y + 20);
      await page.mouse.down();
      await page.mouse.move(at(0.65), box.y + 20, { steps: 8 });
      await page.keyboard.press('Escape');
      await page.mouse.up();
      await counted(page, between(Number(from), Number(to)));
      expect(page.url()).toContain(`age=${from}..${to}`);

      await page.mouse.click(at(0.95), box.y + 20);
      await counted(page, raw.patient.length);
      await page.goBack();
      await counted(page, between(Number(from), Number(to)));
      await page.goBack();
      await counted(page, raw.patient.length);

      await page.getByRole('slider', { name: 'Age at diagnosis, minimum' }).focus();
      await page.keyboard.press('PageUp');
      await until(() => page.url().includes('age='), { what: 'the slider sets the rule' });
      await page.keyboard.press('Escape');
      await counted(page, raw.patient.length);
    },
  );

  onePageTest('adds a chart, takes it away, and keeps both in the address', async ({ page }) => {
    await openDashboard(page, '#/cohort?lang=en');
    await page.getByRole('button', { name: /Add a chart/ }).click();
    await page.getByRole('option', { name: 'Sokal group' }).click();
    const card = page.getByRole('group', { name: 'Sokal group' }).first();
    await card.waitFor();
    expect(page.url()).toMatch(/charts=phase,.*,sokal/);
    await page.reload();
    await figureDrawn(page, 'molecular-response');
    await card.getByRole('button', { name: 'Show the values' }).click();
    await card.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Take the chart away: Sokal group' }).click();
    await card.waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('charts=');
    await page.goto('#/cohort?lang=en&charts=height');
    await page.getByText(/could not be read and was left aside: charts/).waitFor();
  });

  onePageTest('shows the flow exactly, and lets released numbers alone out', async ({ page }) => {
    await page.goto('#/cohort?lang=en&phase=CP&sex=F&index=stop:1&view=flow');
    const figure = page.getByRole('figure', { name: 'Flow diagram of the cohort' });
    await figure.locator('svg[role=img]').waitFor({ timeout: 60_000 });
    const stopped = new Set(
      raw.treatment_free_attempt.filter((row) => row.attempt_number === 1).map((row) => row.patient_id),
    );
    await figure
      .getByText(`Remaining (n = ${number.format(stopped.size)})`)
      .first()
      .waitFor();
    await figure.getByRole('button', { name: 'Read as text' }).click();
    await figure
      .getByRole('listitem')
      .filter({ hasText: `n = ${number.format(2000 - stopped.size)}` })
      .first()
      .waitFor();

    for (const [name, ending] of [
      ['Download the text', 'txt'],
      ['Download the picture (SVG)', 'svg'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`EXPORT-A-VALIDER_Flow diagram of the cohort.${ending}`);
      const text = await readFile(await download.path(), 'utf8');
      const told = [...text.matchAll(/\(n = ([\d,]+|under 11)\)/g)].map(([, count]) => count ?? '');
      expect(told.length).toBeGreaterThan(3);
      for (const count of told.filter((one) => one !== 'under 11')) {
        expect(Number(count.replace(',', '')) % 5).toBe(0);
      }
      expect(text).not.toContain(number.format(2000 - stopped.size));
    }
    expect(page.url()).toContain('view=flow');

    await page.getByRole('tab', { name: 'Flow diagram' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('group', { name: 'Sex' }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Charts');
    expect(page.url()).not.toContain('view=');
  });
});
