import { onePageTest } from '@tests/support/chromium';
import { independentElts } from '@tests/support/independent-curves';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import {
  estimateRows,
  logRankText,
  remissionRows,
  remissionTitle,
  responseRows,
  responseTitle,
  type ShownCurve,
  shownCurve,
  shownNumber,
  underAxisRows,
} from '@tests/support/shown-curves';
import { figureStands, linesOf, numbersIn, tableOf, valuesOf } from '@tests/support/shown-table';
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

/** Every number beside and under the remission curve, against the follow-up of each patient. */
async function expectQuotedNumbers(page: Page, curves: readonly ShownCurve[]): Promise<void> {
  await figureStands(page, remissionTitle);
  const [, ...estimates] = await tableOf(page, /^Estimates per curve/);
  const restrictedMean = 3;
  expect(estimates.map((cells) => cells.toSpliced(restrictedMean, 1))).toEqual(estimateRows(curves));

  const lines = await linesOf(page, remissionTitle);
  const axis = lines.find(({ words }) => words.length > 3 && words[0] === '0');
  const ticks = (axis?.words ?? []).map(Number);
  expect(ticks.length).toBeGreaterThan(3);
  const counts = lines.filter(({ words }) => ['At risk', 'Events', 'Censored'].includes(words[0] ?? ''));
  expect(counts.map(({ words }) => words)).toEqual(underAxisRows(curves, ticks));
  for (const { middles } of counts) {
    middles.slice(1).forEach((middle, index) => {
      expect(Math.abs(middle - (axis?.middles[index] ?? Number.NaN))).toBeLessThan(1);
    });
  }
}

describe('the first journey', () => {
  onePageTest(
    'opens on the demonstration with both curves, every number as computed from the raw rows',
    async ({ page }) => {
      await open(page, '#/?lang=en');
      await until(() => page.url().includes('#/cohort'), { what: 'the first screen is the cohort' });
      await page.getByText('2,000 patients out of 2,000').waitFor();
      await expectFigures(page, everybody());
      await page.getByText('Simulated data').filter({ visible: true }).waitFor();
    },
  );

  onePageTest('narrows the cohort, and back and forward walk through the cohorts', async ({ page }) => {
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

    const keep = page.getByRole('checkbox', { name: `Keep the not known (${shownNumber(unknown)})` });
    await keep.click({ force: true });
    const kept = new Set([...women].filter((id) => elts.get(id) === 'low' || elts.get(id) === null));
    await page.getByText(`${shownNumber(kept.size)} patients out of 2,000`).waitFor();
    await expectFigures(page, kept);
  });

  onePageTest(
    'quotes median, follow-up, landmarks and counts, of one curve and of groups',
    async ({ page }) => {
      await open(page, '#/treatment-free-remission?lang=en');
      await expectQuotedNumbers(page, [shownCurve(raw, everybody())]);

      await page.getByRole('button', { name: /Compare by/ }).click();
      await page.getByRole('option', { name: 'Sex' }).click();
      await until(() => page.url().includes('curves=sex'), { what: 'the group in the address' });
      const note = page.getByText(/^Log-rank test/);
      await note.waitFor();
      const groups = [
        ['F', 'Women'],
        ['M', 'Men'],
      ] as const;
      const membersOf = (sex: string) =>
        new Set(raw.patient.filter((row) => row.sex === sex).map((row) => row.patient_id));
      const curves = groups.map(([sex, name]) => shownCurve(raw, membersOf(sex), name));
      await expectQuotedNumbers(page, curves);
      expect(await note.textContent()).toContain(logRankText(curves));

      const rows = (await valuesOf(page, remissionTitle)).slice(1);
      for (const [sex, name] of groups) {
        expect(rows.filter((row) => row[1] === name)).toEqual(remissionRows(raw, membersOf(sex), name));
      }
    },
  );

  onePageTest(
    'goes on answering when the workstation has no network',
    async ({ page, visit: { context, watch } }) => {
      await open(page, '#/cohort?lang=en');
      const missed: string[] = [];
      page.on('requestfailed', (request) => missed.push(request.url()));
      watch.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
      await context.setOffline(true);
      expect(await page.evaluate(() => navigator.onLine)).toBe(false);

      await page.getByRole('checkbox', { name: /^Women/ }).click({ force: true });
      const women = new Set(raw.patient.filter((row) => row.sex === 'F').map((row) => row.patient_id));
      await page.getByText(`${shownNumber(women.size)} patients out of 2,000`).waitFor();
      await expectFigures(page, women);
      await page.getByRole('link', { name: 'Treatment-free remission' }).click();
      await expectQuotedNumbers(page, [shownCurve(raw, women)]);
      // Chromium asks for the icon again at each address, and for the letters of a font when it first needs them.
      expect(missed.filter((url) => !/\/icon\.svg$|\.woff2$/.test(url))).toEqual([]);
      await context.setOffline(false);
    },
  );

  onePageTest('says what part of a link it could not read, and obeys the rest', async ({ page }) => {
    await open(page, '#/molecular-response?lang=en&sex=F&age=abc');
    await page.getByText(/could not be read and was left aside: age/).waitFor();
    const women = raw.patient.filter((row) => row.sex === 'F').length;
    await page.getByText(`${shownNumber(women)} patients out of 2,000`).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  onePageTest('changes language and theme in place, and the address keeps both', async ({ page }) => {
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

  onePageTest('shows what is in the extract: tables, rows and the contract', async ({ page }) => {
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

  onePageTest('works with the keyboard alone', async ({ page }) => {
    await page.goto('#/cohort?lang=en');
    await page.reload();
    await figureStands(page, responseTitle);
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
