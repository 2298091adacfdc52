import { readdirSync } from 'node:fs';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { earlyPredictors } from '@core/analyses/early-predictors';
import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { indicatorTrend } from '@core/analyses/indicator-trend';
import { everyone } from '@core/cohort/cohort-definition';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { predictorOutcomes } from '@data/queries/predictor-outcomes';
import type { Question } from '@data/queries/question';
import { notebookIds } from '@features/notebooks/notebook-list';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { readRawExtract } from '@tests/support/raw-extract';
import { tableOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

let engine: Engine;

beforeAll(async () => {
  ({ engine } = await openNativeExtract('public/extract', extractContract));
  await deriveTables(engine);
});
afterAll(() => engine.close());

/** What the screens are computed from, asked of native DuckDB. */
const asked = <Parameters, Answer>(question: Question<Parameters, Answer>, parameters: Parameters) =>
  question.ask(engine, parameters, { signal: new AbortController().signal });

/** Opens a notebook and waits until each cell and each place in its texts is filled. */
async function openNotebook(page: Page, name: string, theme = 'light'): Promise<void> {
  await page.goto(`./notebooks/${name}.html?theme=${theme}`);
  await until(
    () =>
      page.evaluate(
        () =>
          document.documentElement.dataset.extract === 'open' &&
          document.querySelectorAll('main section.notebook-table').length > 0 &&
          [...document.querySelectorAll('[id^=place-]')].every((place) => place.textContent !== ''),
      ),
    { what: `${name} stands`, timeoutMs: 90_000 },
  );
  expect(await page.locator('.notebook-error').allTextContents()).toEqual([]);
}

const percent = (share: number | null | undefined) => (share == null ? '–' : `${(share * 100).toFixed(1)}%`);
const options = { interval: 'log', level: 0.95 } as const;

/** What a notebook shows beside what the screens' own code gives on native DuckDB, or the raw rows. */
const keyNumbers: Readonly<Record<(typeof notebookIds)[number], (page: Page) => Promise<void>>> = {
  '01-what-is-in-the-extract': async (page) => {
    const raw = await readRawExtract('public/extract');
    const years = new Map<number, number>();
    for (const one of raw.patient) years.set(one.diagnosis_year, (years.get(one.diagnosis_year) ?? 0) + 1);
    const [, ...rows] = await tableOf(page, /Patients by year of diagnosis/);
    expect(rows.map((row) => row.map(Number))).toEqual([...years].toSorted(([one], [other]) => one - other));
    expect(await page.locator('main').textContent()).toContain(
      `${raw.patient.length.toLocaleString('en-GB')} patients of`,
    );
  },
  '02-early-and-deep-response': async (page) => {
    const table = await asked(predictorOutcomes, { cohort: everyone, depth: 'MR4', month: 48 });
    const { predictors } = earlyPredictors(table, { landmark: 'leave_out' });
    const [, ...rows] = await tableOf(page, /Markers of MR4 by month 48/);
    expect(rows.map((row) => row.slice(1, 4))).toEqual(
      predictors.map(({ auc }) => [
        String(auc.events),
        String(auc.controls),
        `${auc.estimate?.toFixed(2)} (${auc.interval?.lower?.toFixed(2)} to ${auc.interval?.upper?.toFixed(2)})`,
      ]),
    );
  },
  '03-treatment-free-remission-by-endpoint': async (page) => {
    const [, ...rows] = await tableOf(page, /Free of the event after the first stop/);
    for (const [place, id] of (
      ['euro-ski-mrfs', 'euro-ski-mtfs', 'stim', 'confirmed-mrfs'] as const
    ).entries()) {
      const { endpoint } = endpointPresets[id];
      const table = await asked(endpointEvents, { cohort: everyone, endpoint, groupBy: null });
      const { analysed, curves } = endpointSurvival(table, options);
      const [point] = curves[0]?.landmarks ?? [];
      expect(rows[place]?.[1]).toBe(String(analysed));
      expect(rows[place]?.[3]).toBe(
        `${percent(point?.estimate)} (${percent(point?.interval?.lower)} to ${percent(point?.interval?.upper)})`,
      );
    }
  },
  '04-response-and-stops-by-first-drug': async (page) => {
    const cohort = {
      index: { event: 'first_tki' },
      rules: [{ condition: { kind: 'category', fact: 'phase', values: ['CP'] }, unknown: 'exclude' }],
    } as const;
    const { endpoint } = endpointPresets['mmr-itt'];
    const table = await asked(endpointEvents, { cohort, endpoint, groupBy: 'first_line' });
    const [, ...rows] = await tableOf(page, /Cumulative incidence of response/);
    expect(rows.map((row) => row.slice(1, 3))).toEqual(
      endpointSurvival(table, options).curves.map(({ patients, incidenceLandmarks }) => [
        String(patients),
        percent(incidenceLandmarks[2]?.causes[0]?.estimate),
      ]),
    );
  },
  '05-trends-of-practice': async (page) => {
    const table = await asked(indicatorCounts, {
      cohort: everyone,
      indicator: 'second_generation_first',
      groupBy: null,
      stratum: null,
    });
    const overall = indicatorTrend(table).series[0]?.overall;
    const [, first] = await tableOf(page, /Indicators over all years/);
    expect(first?.slice(1, 5)).toEqual([
      String(overall?.units),
      String(overall?.assessed),
      String(overall?.met),
      percent(overall?.share.estimate),
    ]);
  },
  '06-a-new-study': async (page) => {
    const { endpoint } = endpointPresets['overall-survival'];
    const table = await asked(endpointEvents, { cohort: everyone, endpoint, groupBy: 'elts' });
    const survival = endpointSurvival(table, options);
    const [, analysed, unknown] = await tableOf(page, /Flow of patients/);
    expect([analysed?.[1], unknown?.[1]]).toEqual([String(survival.analysed), String(survival.groupUnknown)]);
    const terms = await tableOf(page, /Cox regression/);
    expect(terms.map(([term]) => term)).toEqual(['term', 'age', 'elts=intermediate', 'elts=high']);
  },
};

describe('the notebooks', () => {
  onePageTest('in the list are those of the folder', async ({ page }) => {
    const files = readdirSync('notebooks').filter((file) => file.endsWith('.html'));
    expect(files.map((file) => file.replace('.html', ''))).toEqual(notebookIds);
    await page.goto('#/notebooks?lang=en');
    await page.getByRole('link', { name: /Trends of practice/ }).click();
    await page.waitForURL(/notebooks\/05-trends-of-practice\.html/);
  });

  onePageTest.for(notebookIds)(
    '%s opens without an error and shows the numbers of the screens',
    async (name, { page }) => {
      for (const [width, theme] of [
        [1440, 'light'],
        [390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 1000 });
        if (theme === 'light') await openNotebook(page, name);
        else await page.evaluate(() => Object.assign(document.documentElement.dataset, { theme: 'dark' }));
        await screenshot(page, `notebook-${name}-${width}`);
        expect(await accessibilityViolations(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      await keyNumbers[name](page);
    },
  );
});
