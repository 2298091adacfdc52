import { readFile } from 'node:fs/promises';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { remissionRows } from '@tests/support/shown-curves';
import { figureStands, tableOf, valuesOf } from '@tests/support/shown-table';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const euroSki = /^Molecular-recurrence-free survival/;

describe('the endpoints', () => {
  onePageTest('begin with EURO-SKI’s, step by step that of the raw rows, with its rule', async ({ page }) => {
    await page.goto('#/survival?lang=en');
    await page.getByRole('figure', { name: euroSki }).waitFor({ timeout: 90_000 });
    await figureStands(page, euroSki);
    const everybody = new Set(raw.patient.map((row) => row.patient_id));
    expect((await valuesOf(page, euroSki)).slice(1)).toEqual(remissionRows(raw, everybody));
    await page.getByText(/^From .*; event: one test > 0\.1 % IS/).waitFor();
    await page.getByRole('button', { name: 'R script of the figure' }).click();
    await page.getByText(/library\(survival\)/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    // The script holds the rule too, and stays open from one endpoint to the next.
    await page.getByRole('button', { name: 'R script of the figure' }).click();
  });

  onePageTest('are read month by month with the keyboard', async ({ page }) => {
    await page.goto('#/survival?lang=en&sex=F');
    await figureStands(page, euroSki);
    const cursor = page.getByRole('slider', { name: /^Curves: arrows/ });
    await cursor.focus();
    for (const key of [
      'Home',
      'PageDown',
      'PageDown',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
    ]) {
      await page.keyboard.press(key);
    }
    await page
      .getByText(/^Cohort: at 24 months \d+% \(.* to .*\), \d+ at risk$/)
      .nth(0)
      .waitFor();
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^Cohort: at 24 months/);
  });

  onePageTest(
    'change when the rule does: what is confirmed is never more than what is not',
    async ({ page }) => {
      await page.goto('#/survival?lang=en');
      await figureStands(page, euroSki);
      const events = async () =>
        Number(
          /IS \(.*?\): (\d+)/.exec((await page.getByText(/patients analysed;/).textContent()) ?? '')?.[1],
        );
      const single = await events();
      await page.getByRole('button', { name: /Loss of MMR/ }).click();
      await page.getByRole('option', { name: 'two consecutive' }).click();
      await page.getByText(/two consecutive tests > 0\.1 % IS .*; censored/).waitFor();
      const confirmed = await events();
      expect(single).toBeGreaterThan(50);
      expect(confirmed).toBeLessThan(single);
      expect(page.url()).toContain('endpoint=confirmed-mrfs');
    },
  );

  onePageTest('with competing events add up to one, in a table of their own', async ({ page }) => {
    await page.goto('#/survival?lang=en&endpoint=relapse&show=incidence');
    await figureStands(page, /^Cumulative incidence of recurrence/);
    const share = (text = '') => Number(text.split('%')[0]);
    const [, ...rows] = await tableOf(page, /^Cumulative incidence at landmark times/);
    // Recurrence, restart, death, and those free of all three, at the months in the middle columns.
    expect(rows.length).toBe(4);
    for (let at = 2; at <= 6; at++) {
      const sum = rows.reduce((total, cells) => total + share(cells[at]), 0);
      expect(Math.abs(sum - 100)).toBeLessThan(0.21);
    }
  });

  onePageTest(
    'tell the difference of what is drawn, and let the others compete or censor',
    async ({ page }) => {
      await page.goto('#/survival?lang=en&endpoint=mmr-on-drug&curves=sex');
      await figureStands(page, /^First MMR on the first TKI/);
      const share = (text = '') => Number(text.split('%')[0]);
      const [, women, men] = await tableOf(page, /^Cumulative incidence at landmark times/);
      const [, difference] = await tableOf(page, /^Difference in the cumulative incidence from Women/);
      for (const at of [3, 4, 5]) {
        const shown = Number(difference?.[at - 1]?.split(' ')[0]);
        expect(Math.abs(share(men?.[at]) - share(women?.[at]) - shown)).toBeLessThan(0.16);
      }
      const gaps = page.getByRole('img', { name: 'Gap before the visit at which the event is seen' });
      await gaps.waitFor();
      await page.getByText(/dates the event by the visit at which it is seen/).waitFor();
      await page.getByText('Censor', { exact: true }).click();
      await page.getByText(/Censored at .*end of the first TKI/).waitFor();
      await page.getByRole('button', { name: /Depth/ }).waitFor();
      // Still a rising curve, of one cause: 1 less Kaplan-Meier, and it says so.
      await page.getByText(/The other events censor: this is 1 − Kaplan-Meier/).waitFor();
      const [, womenAlone] = await tableOf(page, /^Cumulative incidence at landmark times/);
      expect(share(womenAlone?.[5])).toBeGreaterThan(share(women?.[5]));
      expect(page.url()).toContain('endpoint=');
    },
  );

  onePageTest('warn of immortal time, and mend it with a landmark', async ({ page }) => {
    await page.goto('#/survival?lang=en&endpoint=overall-survival&curves=eln2020_12m');
    await page.getByText('Immortal time: these curves assume what is known only later').waitFor();
    await page.getByText(/patients leave the follow-up before month 15/).waitFor();
    await page.getByRole('button', { name: 'Analyse from month 15 on' }).click();
    await page.getByText(/analysed from month 15 on in patients still followed/).waitFor();
    expect(await page.getByText('Immortal time:').count()).toBe(0);
  });

  onePageTest('say what the visits leave open, and how much was looked at', async ({ page }) => {
    await page.goto('#/extract');
    await page.goto('#/survival?lang=en');
    await figureStands(page, euroSki);
    await page.getByText('Turnbull curve').click();
    await page.getByRole('button', { name: 'Dates and visits' }).click();
    const [, ...rows] = await tableOf(page, /^Kaplan-Meier and Turnbull/);
    const share = (text = '') => Number(text.split('%')[0]);
    expect(rows.length).toBeGreaterThan(3);
    for (const [, kaplanMeier, earliest, latest] of rows) {
      expect(share(earliest)).toBeLessThanOrEqual(share(latest));
      expect(Math.abs(share(kaplanMeier) - share(latest))).toBeLessThan(8);
    }
    await page.getByText(/Band: 95 % bootstrap interval \(percentiles of 200 resamples/).waitFor();
    const [, ...banded] = await tableOf(page, /^Kaplan-Meier and Turnbull/);
    for (const [, , earliest, latest, interval = ''] of banded) {
      const [lower, upper] = interval.split(' to ');
      expect(share(lower)).toBeLessThanOrEqual(share(earliest));
      expect(share(upper)).toBeGreaterThanOrEqual(share(latest));
    }
    await page.getByText(/the gap is \d+ days in the median/).waitFor();
    await page.getByRole('button', { name: 'Caption and methods' }).click();
    await page.getByText(/^Population: .*Kaplan-Meier \(Greenwood variance/).waitFor();
    await page.getByText(/^Looked at in this session/).waitFor();
    expect(page.url()).toContain('turnbull=shown');
    await screenshot(page, 'survival-turnbull');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest('compare named cohorts, and warn when patients are in several', async ({ page }) => {
    await page.goto('#/survival?lang=en&sex=F');
    await figureStands(page, euroSki);
    await page.getByRole('button', { name: /^Cohorts \(/ }).click();
    const menu = page.getByRole('dialog', { name: 'Named cohorts' });
    await menu.getByRole('textbox').fill('Women');
    await menu.getByRole('button', { name: 'Keep' }).click();
    await menu.getByText(/^Cohort kept as/).waitFor();
    await page.keyboard.press('Escape');
    await page.goto('#/survival?lang=en&sex=M&curves=cohorts');
    await page.getByText('No patient is in two of these cohorts.').waitFor();
    await figureStands(page, euroSki);
    const [, ...curves] = await tableOf(page, /^Estimates per curve/);
    expect(curves.map(([name]) => name)).toEqual(['Women', 'Current cohort']);
    await page.getByText(/^Log-rank test/).waitFor();
    await page.getByRole('button', { name: 'Export this figure' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Prepare the export' }).click();
    const files = unzipSync(await readFile(await (await waiting).path()));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const { analysis, results } = JSON.parse(text('manifest.json'));
    const names = (list: readonly { name?: string; level?: string }[]) =>
      list.map((one) => one.name ?? one.level);
    expect([names(analysis.cohorts), names(results.curves)]).toEqual([
      ['Women', 'Current cohort'],
      ['Women', 'Current cohort'],
    ]);
    expect(text('caption.en.txt')).toMatch(/Population: Women: .*\nNo patient is on two of these curves\./s);
    await page.goto('#/survival?lang=en&curves=cohorts');
    await page.getByText(/patients are in several of these cohorts/).waitFor();
    expect(await page.getByText(/^Log-rank test/).count()).toBe(0);
  });
});

describe('after a stop', () => {
  onePageTest(
    'some patients are drawn one by one, of those who stopped, and lead to their kinetics',
    async ({ page }) => {
      await page.goto('#/treatment-free-remission?lang=en');
      await page.getByRole('button', { name: 'After the stop, patient by patient' }).click();
      await figureStands(page, 'After the first stop');
      const lastContact = new Map(raw.patient.map((row) => [row.patient_id, row.last_contact_day]));
      const stopped = raw.treatment_free_attempt.filter(
        (row) => row.attempt_number === 1 && (lastContact.get(row.patient_id) ?? 0) > row.stop_day,
      );
      const summary = await page.getByText(/^60 patients drawn of/).textContent();
      expect(summary).toContain(`of ${stopped.length}:`);
      const [, ...lanes] = await valuesOf(page, 'After the first stop');
      expect(lanes.length).toBe(60);
      const lost = lanes.filter((cells) => cells[1] !== '–').length;
      expect(summary).toContain(`: ${lost} with a loss of MMR`);
      for (const cells of lanes) {
        const [loss, regained, end] = [cells[1], cells[3], cells[4]].map((cell) => Number(cell));
        if (cells[3] !== '–') expect(regained).toBeGreaterThan(loss ?? Number.NaN);
        if (cells[1] !== '–') expect(loss).toBeLessThanOrEqual(end ?? Number.NaN);
      }
      await screenshot(page, 'swimmer');
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await screenshot(page, 'swimmer-390');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.getByRole('button', { name: 'Molecular kinetics after the stop' }).click();
      await page.waitForURL(/#\/molecular-response\?.*origin=first_stop/);
    },
  );
});
