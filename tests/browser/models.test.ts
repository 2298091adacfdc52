import { readFile } from 'node:fs/promises';
import { endpointModel } from '@core/analyses/endpoint-model';
import { type ModelDefinition, modelOfText } from '@core/analyses/model-definition';
import type { CovariateColumn, ModelTable } from '@core/analyses/model-table';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { figureStands, tableOf, valuesOf } from '@tests/support/shown-table';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const figure = /^Model: /;
const stands = async (page: Page, address: string) => {
  // From another screen: what a test before has opened is closed again.
  await page.goto('#/extract');
  await page.goto(address);
  await page.getByRole('figure', { name: figure }).waitFor({ timeout: 90_000 });
  await figureStands(page, figure);
};

/** Overall survival from the diagnosis, late entry at the inclusion, straight from the rows of the extract. */
function survivalRows({ patient }: RawExtract): ModelTable {
  const rows = patient
    .map((row) => ({
      day: row.last_contact_day,
      entry: row.inclusion_day,
      dead: row.vital_status === 'dead',
      age: row.age_at_diagnosis_years,
      sex: row.sex === 'F' ? 0 : 1,
    }))
    .filter(({ day, entry }) => day >= 0 && !(entry > 0 && day <= entry));
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const covariates: readonly CovariateColumn[] = [
    { kind: 'number', id: 'age', values: column(({ age }) => age) },
    { kind: 'category', id: 'sex', levels: ['F', 'M'], codes: column(({ sex }) => sex) },
  ];
  return {
    endpoint: endpointPresets['overall-survival'].endpoint,
    day: column(({ day }) => day),
    entry: column(({ entry }) => (entry > 0 ? entry : Number.NaN)),
    kind: column(({ dead }) => (dead ? 0 : -1)),
    covariates,
    reached: null,
    excluded: [],
  };
}

const two = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(2);

describe('the models', () => {
  onePageTest('show the ratios that the raw rows give, their counts and tests', async ({ page }) => {
    await stands(page, '#/models?lang=en&endpoint=overall-survival&covariates=age,sex:M');
    const parts = modelOfText('age,sex:M');
    if (parts === null) throw new Error('not the text of a model');
    const definition: ModelDefinition = {
      ...parts,
      method: 'cox',
      mergesSmallLevels: false,
      stratum: null,
      reached: null,
    };
    const { fitted } = endpointModel(survivalRows(raw), definition);
    const expected = (fitted?.terms ?? []).flatMap(({ rows }) =>
      rows.map(({ isReference, patients, events, univariable: alone, multivariable: all }) => [
        patients.toLocaleString('en'),
        events.toLocaleString('en'),
        isReference ? 'reference' : `${two(alone?.ratio)} (${two(alone?.lower)} to ${two(alone?.upper)})`,
        isReference ? 'reference' : `${two(all?.ratio)} (${two(all?.lower)} to ${two(all?.upper)})`,
      ]),
    );
    const [, ...shown] = await valuesOf(page, figure);
    expect(shown.map((cells) => [cells[1], cells[2], cells[4], cells[6]])).toEqual(expected);
    expect(shown.map(([name]) => name)).toEqual(['Age at diagnosis, per 10 years', 'Sex: Women', 'Sex: Men']);
    const tests = await tableOf(page, /^Tests per covariate/);
    const global = fitted?.hazards?.global.statistic ?? Number.NaN;
    expect(Number(/χ² = ([\d.]+)/.exec(tests.at(-1)?.[3] ?? '')?.[1])).toBeCloseTo(global, 1);
  });

  onePageTest(
    'open their checks, a predicted curve that follows the profile, and the script',
    async ({ page }) => {
      await stands(page, '#/models?lang=en&covariates=age:spline,sex,elts');
      await page
        .getByText(/per coefficient|Small levels of ELTS group/)
        .first()
        .waitFor();
      for (const name of [/^Proportional hazards/, /^Form of the numeric/, /^Predicted curve/, /^R script/])
        await page.getByRole('button', { name }).click();
      await page.getByText(/coxph\(Surv\(day, cause == 1\) ~ ns\(age/).waitFor();
      const curve = page.getByRole('table', { name: /^Profile:/ });
      const first = await curve.textContent();
      await page.getByRole('button', { name: /Women.*Sex|Sex.*Women/ }).click();
      await page.getByRole('option', { name: 'Men', exact: true }).click();
      await page.getByRole('table', { name: /^Profile: .*Sex Men/ }).waitFor();
      expect(await page.getByRole('table', { name: /^Profile:/ }).textContent()).not.toBe(first);
      expect(page.url()).toContain('profile=sex');
      await screenshot(page, 'models-checks');
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );

  onePageTest('take covariates away and add them, and refuse an address that is none', async ({ page }) => {
    await stands(page, '#/models?lang=en&endpoint=overall-survival&covariates=age,sex');
    await page.getByRole('button', { name: 'Remove: Sex' }).click();
    await page.getByText(/^Cox model of .*; concordance/).waitFor();
    expect(page.url()).toMatch(/covariates=age(&|$)/);
    await page.getByRole('button', { name: /Add a covariate/ }).click();
    await page.getByRole('option', { name: 'ELN 2020 milestone, 12 months' }).click();
    await page.getByText(/the covariate “ELN 2020 milestone, 12 months”, known at month 15/).waitFor();
    await page.getByRole('button', { name: 'Analyse from month 15 on' }).click();
    await page.getByText(/analysed from month 15 on in patients still followed/).waitFor();
    await page.goto('#/models?lang=en&covariates=age:__proto__&profile=age:1e9&model=magic');
    await page
      .getByText(/covariates.*profile|profile.*covariates/)
      .first()
      .waitFor();
    await figureStands(page, figure);
    expect(await page.getByRole('listitem').filter({ hasText: 'Years of TKI before the stop' }).count()).toBe(
      1,
    );
  });

  onePageTest('leave as a forest plot of released numbers, with their words', async ({ page }) => {
    await stands(page, '#/models?lang=en&endpoint=overall-survival&covariates=age,sex:M');
    await page.getByRole('button', { name: 'Caption and methods' }).click();
    await page.getByText(/on the same complete cases: Age at diagnosis and Sex\./).waitFor();
    await page.getByRole('button', { name: 'Export this figure' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Prepare the export' }).click();
    const path = await (await waiting).path();
    const files = unzipSync(await readFile(path));
    expect(Object.keys(files).sort()).toEqual([
      'caption.en.txt',
      'caption.fr.txt',
      'figure.png',
      'figure.svg',
      'manifest.json',
      'numbers.csv',
      'numbers.html',
    ]);
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(text('caption.en.txt')).toMatch(/n = [\d,]*[05], events: \d*[05]\./);
    expect(text('caption.fr.txt')).toMatch(/événements\s: \d*[05]\./);
    expect(text('numbers.csv')).toMatch(/\r\nSex: Women,"?[\d,]*[05]"?,\d*[05],[\d.]+ \([\d.]+ to [\d.]+\),/);
    expect(text('figure.svg')).not.toMatch(/patient_|<title|<desc/);
    // Replayed in the page, every number is the same.
    await page.goto('#/exports?lang=en');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(path);
    await page.getByText(/^\d+ numbers are the same, 0 have changed, 0 cannot/).waitFor();
  });

  onePageTest('say what Fine and Gray cannot do', async ({ page }) => {
    await stands(page, '#/models?lang=en&endpoint=relapse&model=fine-gray&covariates=age,sex');
    await page.getByText(/^Fine-Gray model of .* competing events\.$/).waitFor();
    for (const name of [/^Proportional hazards/, /^Predicted curve/])
      await page.getByRole('button', { name }).click();
    await page.getByText(/as cox\.zph on the weighted rows/).waitFor();
    const [, ...predicted] = await tableOf(page, /^Profile:/);
    expect(predicted.length).toBeGreaterThan(2);
    for (const [, share] of predicted) expect(share).toMatch(/^[\d.]+% \([\d.]+% to [\d.]+%\)$/);
    await screenshot(page, 'models-fine-gray');
    await page.getByRole('button', { name: /At the origin/ }).click();
    await page.getByRole('option', { name: /^At inclusion/ }).click();
    await page.getByText('A Fine-Gray model takes no late entry').waitFor();
    expect(await page.getByRole('figure', { name: figure }).locator('svg[role=img]').count()).toBe(0);
  });
});
