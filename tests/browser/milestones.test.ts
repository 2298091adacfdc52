import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import {
  type TreatedPatient,
  treatedPatients,
  type Verdict,
  verdict2013,
  verdict2020,
} from '@tests/support/independent-milestones';
import { readRawExtract } from '@tests/support/raw-extract';
import { figureStands, numbersIn, tableOf, valuesOf } from '@tests/support/shown-table';
import { beforeAll, describe, expect } from 'vitest';

const bands = ['optimal', 'warning', 'failure', 'not_assessed'] as const;
const shownBand: Readonly<Record<string, Verdict>> = {
  Optimal: 'optimal',
  Warning: 'warning',
  Failure: 'failure',
  'Not assessed': 'not_assessed',
};
const months = [3, 6, 12] as const;
let treated: readonly TreatedPatient[];
let everybody: number;

beforeAll(async () => {
  const raw = await readRawExtract('public/extract');
  treated = treatedPatients(raw);
  everybody = raw.patient.length;
});

const counted = (patients: readonly TreatedPatient[], month: 3 | 6 | 12) =>
  bands.map((band) => patients.filter((one) => verdict2020(one, month) === band).length);

/** Patients, assessed and the four bands of a row of a table of bars. */
const countsOf = (row: readonly string[]) => row.slice(1, 7).map((cell) => numbersIn(cell)[0]);

const expected = (patients: readonly TreatedPatient[], month: 3 | 6 | 12) => {
  const counts = counted(patients, month);
  return [patients.length, patients.length - (counts[3] ?? 0), ...counts];
};

describe('the milestones screen', () => {
  onePageTest('shows the bars, flows and groups that the raw rows give', async ({ page }) => {
    await page.goto('#/milestones?lang=en&split=centre&milestone=6');
    const bars = /^Molecular response at the milestones, ELN 2020/;
    await figureStands(page, bars);
    const [, ...rows] = await valuesOf(page, bars);
    expect(rows.map(countsOf)).toEqual(months.map((month) => expected(treated, month)));
    // The share of optimal at 12 months among those assessed, with Wilson's interval by its formula.
    const [optimal = 0, warning = 0, failure = 0] = counted(treated, 12);
    const n = optimal + warning + failure;
    const z = 1.959963984540054;
    const centre = (optimal + (z * z) / 2) / (n + z * z);
    const half = (z / (n + z * z)) * Math.sqrt((optimal * (n - optimal)) / n + (z * z) / 4);
    const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
    expect(rows[2]?.[7]).toBe(
      `${percent(optimal / n)} (${percent(centre - half)} to ${percent(centre + half)})`,
    );
    expect(await page.getByText(/patients of the cohort have had a TKI/).textContent()).toMatch(
      everybody === treated.length ? /^[\d,]+ patients/ : new RegExp(`${everybody - treated.length} patient`),
    );

    const flows = /^From one milestone to the next, ELN 2020/;
    const [, ...flowRows] = await valuesOf(page, flows);
    const seen = new Map<string, number>();
    for (const one of treated) {
      for (const [from, to] of [[3, 6] as const, [6, 12] as const]) {
        const key = `${verdict2020(one, from)} ${from} ${verdict2020(one, to)} ${to}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    const shown = flowRows.map(([from = '', to = '', count = '']): [string, number] => {
      const [, left = '', leftMonth] = /^(.*) at (\d+) months$/.exec(from) ?? [];
      const [, right = '', rightMonth] = /^(.*) at (\d+) months$/.exec(to) ?? [];
      return [
        `${shownBand[left]} ${leftMonth} ${shownBand[right]} ${rightMonth}`,
        Number(count.replace(/\D/g, '')),
      ];
    });
    expect(new Map(shown)).toEqual(seen);

    const [, ...centreRows] = await valuesOf(page, /^Milestone at 6 months by centre/);
    const centres = [...new Set(treated.map(({ centre: code }) => code))].toSorted();
    expect(centreRows.map(([name]) => name)).toEqual(centres);
    expect(centreRows.map(countsOf)).toEqual(
      centres.map((code) =>
        expected(
          treated.filter((one) => one.centre === code),
          6,
        ),
      ),
    );
  });

  onePageTest('lists who changes class with the version, and opens them as a cohort', async ({ page }) => {
    await page.goto('#/milestones?lang=en');
    const [, ...rows] = await tableOf(page, /^Who changes class between ELN 2013 and ELN 2020/);
    const shown = rows
      .filter((row) => row[4] === 'Changes class')
      .map(([month = '', before = '', after = '', patients = '']) => [
        Number.parseInt(month, 10),
        shownBand[before],
        shownBand[after],
        numbersIn(patients)[0],
      ]);
    const changes = new Map<string, number>();
    for (const one of treated) {
      for (const month of months) {
        const [before, after] = [verdict2013(one, month), verdict2020(one, month)];
        if (before === after) continue;
        const key = [month, before, after].join();
        changes.set(key, (changes.get(key) ?? 0) + 1);
      }
    }
    expect(new Map(shown.map((row) => [row.slice(0, 3).join(), row[3]]))).toEqual(changes);
    expect(changes.size).toBeGreaterThan(0);
    const [first] = shown;
    await page
      .getByRole('button', { name: /^Open: / })
      .first()
      .click();
    await page.waitForURL(/#\/patients\?.*eln2013_/);
    expect(new URL(page.url()).hash).toMatch(new RegExp(`eln2020_${first?.[0]}m=${first?.[2]}`));
    await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  });

  onePageTest('why a patient is in a class stands beside the course of the patient', async ({ page }) => {
    await page.goto('#/patients?lang=en&eln2020_3m=failure');
    await page.locator('tbody tr[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    const why = page.getByRole('region', { name: 'Why these milestones' });
    await why.waitFor();
    const text = (await why.textContent()) ?? '';
    expect(text).toMatch(/European LeukemiaNet 2020, 3 months: Failure; optimal ≤ 10% IS/);
    expect(text).toMatch(/confirmed by a second sample/);
    expect(text).toMatch(/doi:10\.1038\/s41375-020-0776-2/);
    await why.getByText('ELN 2013', { exact: true }).click();
    expect(await why.textContent()).toMatch(/European LeukemiaNet 2013, 3 months: Warning/);
    await why.getByRole('button', { name: 'Every sample and its class' }).click();
    const used = await tableOf(page, /^Every sample and its class/);
    expect(used.filter((row) => row[3] === 'used')).toHaveLength(1);
    const stop = page.getByRole('region', { name: 'Why this eligibility to stop' });
    await stop.getByRole('button', { name: /^ELN 2020, minimal: not eligible/ }).click();
    // The failure at month 3 that this cohort is made of, with its sample.
    await stop.getByText('never failure at the milestones of European LeukemiaNet 2020: not met').waitFor();
    await stop.getByText(/European LeukemiaNet 2020, 3 months: Failure.*Sample used: day/).waitFor();
    await stop.getByText(/^ELN 2025: not judged/).waitFor();
    await screenshot(page, 'patient-eligibility');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest(
    'current depth adds up at every month, is read by keyboard, and leads to its endpoints',
    async ({ page }) => {
      await page.goto('#/deep-response?lang=en');
      const depth = /^Current depth of response/;
      await figureStands(page, depth);
      const [head, ...rows] = await valuesOf(page, depth);
      expect(head?.slice(2)).toEqual([
        'MR5',
        'MR4.5',
        'MR4',
        'MMR',
        '> 0.1% IS',
        'Not assessed',
        'Off TKI',
        'Dead',
      ]);
      for (const cells of rows) {
        const shares = cells.slice(2).map((cell) => Number(cell.split('%')[0]));
        expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.41);
      }
      const cursor = page.getByRole('slider', { name: /month by month/ });
      await cursor.focus();
      await page.keyboard.press('ArrowRight');
      expect(await cursor.getAttribute('aria-valuetext')).toMatch(
        /^0 months, [\d,]+ patients followed: .*> 0\.1% IS/,
      );

      const mutations = /^Mutations of the ABL1 kinase domain/;
      await figureStands(page, mutations);
      const variants = (await valuesOf(page, mutations)).slice(1);
      const t315i = variants.find(([variant]) => variant === 'T315I');
      expect(t315i?.slice(4)).toEqual([
        ...Array<string>(4).fill('escapes (read second-hand)'),
        ...Array<string>(2).fill('active (read second-hand)'),
      ]);
      expect(variants.find(([variant]) => variant === 'H396R')?.slice(4)).toEqual(
        Array<string>(6).fill('not known'),
      );

      await page.getByRole('button', { name: 'Confirmed loss of MMR on treatment' }).click();
      await figureStands(page, /^Confirmed loss of MMR on treatment/);
      await page.getByText(/competing events: first stop in deep response/).waitFor();
      await screenshot(page, 'mmr-loss');
    },
  );
});
