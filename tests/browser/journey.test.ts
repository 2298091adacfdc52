import { browserTest } from '@tests/support/chromium';
import { independentElts } from '@tests/support/independent-curves';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import {
  remissionRows,
  remissionTitle,
  responseRows,
  responseTitle,
  shownNumber,
} from '@tests/support/shown-curves';
import { figureStands, numbersIn, valuesOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const everybody = () => new Set(raw.patient.map((row) => row.patient_id));

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await figureStands(page, address.includes('treatment') ? remissionTitle : responseTitle);
}

async function expectFigures(page: Page, members: ReadonlySet<string>): Promise<void> {
  await figureStands(page, responseTitle);
  await figureStands(page, remissionTitle);
  expect((await valuesOf(page, responseTitle)).slice(1)).toEqual(responseRows(raw, members));
  expect((await valuesOf(page, remissionTitle)).slice(1)).toEqual(remissionRows(raw, members));
}

describe('the first journey', () => {
  browserTest(
    'opens on the demonstration with both curves, every number as computed from the raw rows',
    async ({ page }) => {
      await open(page, '#/?lang=en');
      await until(() => page.url().includes('#/cohort'), { what: 'the first screen is the cohort' });
      await page.getByText('2,000 patients out of 2,000').waitFor();
      await expectFigures(page, everybody());
      await page.getByText('Simulated data').waitFor();
    },
  );

  browserTest('narrows the cohort, and back and forward walk through the cohorts', async ({ page }) => {
    await open(page, '#/cohort?lang=en');
    await page.getByRole('checkbox', { name: /^Women/ }).click({ force: true });
    await page.getByRole('checkbox', { name: /^Low/ }).click({ force: true });
    await until(() => page.url().includes('sex=F') && page.url().includes('elts=low'), {
      what: 'both rules in the address',
    });

    const elts = independentElts(raw);
    const women = new Set(raw.patient.filter((row) => row.sex === 'F').map((row) => row.patient_id));
    const lowWomen = new Set([...women].filter((id) => elts.get(id) === 'low'));
    const unknown = [...elts.values()].filter((group) => group === null).length;
    await page.getByText(`${shownNumber(lowWomen.size)} patients out of 2,000`).waitFor();
    await page.getByText(new RegExp(`not met · ${shownNumber(unknown)} unknown`)).waitFor();
    await expectFigures(page, lowWomen);

    await page.goBack();
    await page.getByText(`${shownNumber(women.size)} patients out of 2,000`).waitFor();
    await expectFigures(page, women);
    await page.goForward();
    await page.getByText(`${shownNumber(lowWomen.size)} patients out of 2,000`).waitFor();

    await page.getByRole('checkbox', { name: /Keep the not known/ }).click({ force: true });
    const kept = new Set([...women].filter((id) => elts.get(id) === 'low' || elts.get(id) === null));
    await page.getByText(`${shownNumber(kept.size)} patients out of 2,000`).waitFor();
    await expectFigures(page, kept);
  });

  browserTest('compares groups: curves of each, one log-rank test', async ({ page }) => {
    await open(page, '#/treatment-free-remission?lang=en');
    await page.getByRole('button', { name: /Compare by/ }).click();
    await page.getByRole('option', { name: 'Sex' }).click();
    await until(() => page.url().includes('by=sex'), { what: 'the group in the address' });
    await page.getByText(/Log-rank test/).waitFor();
    const rows = (await valuesOf(page, remissionTitle)).slice(1);
    for (const [sex, name] of [
      ['F', 'Women'],
      ['M', 'Men'],
    ] as const) {
      const members = new Set(raw.patient.filter((row) => row.sex === sex).map((row) => row.patient_id));
      const expected = remissionRows(raw, members, name);
      expect(rows.filter((row) => row[1] === name)).toEqual(expected);
    }
  });

  browserTest('says what part of a link it could not read, and obeys the rest', async ({ page }) => {
    await open(page, '#/molecular-response?lang=en&sex=F&age=abc');
    await page.getByText(/could not be read and was left aside: age/).waitFor();
    const women = raw.patient.filter((row) => row.sex === 'F').length;
    await page.getByText(`${shownNumber(women)} patients out of 2,000`).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  browserTest('changes language and theme in place, and the address keeps both', async ({ page }) => {
    await open(page, '#/molecular-response?lang=en');
    await page.getByRole('radio', { name: 'Français' }).click({ force: true });
    await page.getByRole('heading', { level: 1, name: 'Réponse moléculaire' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    await page.getByRole('button', { name: /Apparence/ }).click();
    await page.getByRole('option', { name: 'Sombre' }).click();
    await until(() => page.evaluate(() => document.documentElement.dataset.theme === 'dark'), {
      what: 'dark',
    });
    await page.reload();
    await figureStands(page, /BCR::ABL1/);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  browserTest('shows what is in the extract: tables, rows and the contract', async ({ page }) => {
    await page.goto('#/extract?lang=en');
    const table = page.getByRole('table', { name: 'Tables' });
    await table.waitFor();
    const rows = await table.evaluate((element) =>
      Array.from((element as HTMLTableElement).rows, (row) =>
        Array.from(row.cells, (cell) => cell.textContent ?? ''),
      ),
    );
    const molecular = rows.find((row) => row[0] === 'molecular') ?? [];
    expect(numbersIn(molecular[2] ?? '')).toEqual([raw.molecular.length]);
    expect(rows.slice(1).every((row) => row.at(-1) === 'Conforms')).toBe(true);
    expect(rows).toHaveLength(13);
  });

  browserTest('works with the keyboard alone', async ({ page }) => {
    await open(page, '#/cohort?lang=en');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await until(() => page.evaluate(() => document.activeElement?.id === 'content'), {
      what: 'focus on the content',
    });
    const women = page.getByRole('checkbox', { name: /^Women/ });
    for (
      let presses = 0;
      presses < 30 && !(await women.evaluate((box) => box === document.activeElement));
      presses++
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await until(() => page.url().includes('sex=F'), { what: 'the rule is set' });
  });
});
