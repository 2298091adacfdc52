import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { faultList, type PlantedFault } from '@commands/generate/plant-faults';
import type { Engine } from '@data/engine/engine';
import { deriveValidated } from '@data/queries/derived/validated-samples';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { remissionTitle } from '@tests/support/shown-curves';
import { figureStands, tableOf, valuesOf } from '@tests/support/shown-table';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

const text = (count: number, of: number) =>
  `${count.toLocaleString('en')} of ${of.toLocaleString('en')} (${((100 * count) / of).toFixed(1)}%)`;

describe('the quality screen', () => {
  onePageTest('says the rules as sentences, with the counts of the raw rows', async ({ page }) => {
    await page.goto('#/quality?lang=en');
    const broken = await tableOf(page, /^Rules on the rows$/);
    const pending = raw.molecular.filter(({ validation }) => validation === 'pending');
    const row = broken.find(([sentence]) => sentence === 'The central biology check has judged the sample.');
    expect(row?.slice(1, 5)).toEqual([
      'Information',
      'Broken',
      pending.length.toLocaleString('en'),
      raw.molecular.length.toLocaleString('en'),
    ]);
    expect(row?.[7]).toBe(new Set(pending.map(({ patient_id }) => patient_id)).size.toLocaleString('en'));
    expect(broken.slice(1).every((cells) => cells[2] === 'Broken')).toBe(true);

    const validated = raw.molecular.filter(({ validation }) => validation === 'validated').length;
    await page.getByText(text(validated, raw.molecular.length), { exact: true }).waitFor();
    await page.getByText(/no warning/).waitFor();

    await page.getByText('All', { exact: true }).click();
    expect((await tableOf(page, /^Rules on the rows$/)).length).toBeGreaterThan(80);
    await page.goto('#/quality?lang=fr');
    const french = await tableOf(page, /^Règles sur les lignes$/);
    expect(french.map(([sentence]) => sentence)).toContain(
      'Le contrôle biologique centralisé a jugé le dosage.',
    );
  });

  onePageTest('reads validated samples only at a switch that every figure tells of', async ({ page }) => {
    const engine = await demonstrationEngine();
    await deriveValidated(engine.overlay);
    const responders = async (asked: Engine) => {
      const { columns } = await asked.query(
        "select count(*) as n from patient_fact where response_12m in ('MR4', 'MR4.5', 'MR5')",
      );
      return Number(columns.n?.[0]).toLocaleString('en');
    };
    const [all, validated] = [await responders(engine), await responders(engine.overlay)];
    await engine.close();
    expect(validated).not.toBe(all);

    const cohort = 'response_12m=MR4,MR4.5,MR5';
    await page.goto(`#/quality?lang=en&${cohort}`);
    await page.getByText(new RegExp(`^${all} patients? out of `)).waitFor();
    await page.getByRole('switch', { name: 'Validated samples only' }).click({ force: true });
    await page.getByText(new RegExp(`^${validated} patients? out of `)).waitFor();
    expect(page.url()).toContain('samples=validated');
    await page.goto(`#/molecular-response?lang=en&${cohort}&samples=validated`);
    await figureStands(page, /./);
    const notes = page.getByRole('figure').getByText(/Only samples that the central biology check validated/);
    expect(await notes.count()).toBe(await page.getByRole('figure').count());
    await screenshot(page, 'quality-validated-only');
    await page.getByRole('button', { name: 'Read pending samples too' }).click();
    await page.getByText(new RegExp(`^${all} patients? out of `)).waitFor();
    await expect.poll(() => notes.count()).toBe(0);
  });

  onePageTest('shows what is missing by centre and by year, as the raw rows miss it', async ({ page }) => {
    const patients = new Map(raw.patient.map((patient) => [patient.patient_id, patient]));
    const missing = (of: (patient: RawExtract['patient'][number]) => string | number) => {
      const found = new Map<string, { all: number; missing: number }>();
      for (const { patient_id, spleen_cm } of raw.diagnosis) {
        const patient = patients.get(patient_id);
        if (patient === undefined) continue;
        const level = String(of(patient));
        const { all, missing } = found.get(level) ?? { all: 0, missing: 0 };
        found.set(level, { all: all + 1, missing: missing + Number(spleen_cm === null) });
      }
      return found;
    };
    await page.goto('#/quality?lang=en&quality=completeness');
    for (const [choice, title, expected] of [
      ['Centre', 'What is missing, by centre', missing(({ centre_id }) => centre_id)],
      ['Year of diagnosis', 'What is missing, by year of diagnosis', missing((one) => one.diagnosis_year)],
    ] as const) {
      await page.getByText(choice, { exact: true }).first().click();
      await figureStands(page, title);
      const [header, ...rows] = await valuesOf(page, title);
      const spleen = rows.find(([sentence]) => sentence?.startsWith('The size of the spleen'));
      const shown = new Map(
        header?.slice(3).map((name, index) => [name.split(' (')[0], spleen?.[index + 3]]),
      );
      const large = [...expected].filter(([, { all }]) => choice !== 'Centre' || all >= 11);
      for (const [level, { all, missing }] of large) expect(shown.get(level)).toBe(text(missing, all));
      const small = [...expected.values()].filter(({ all }) => choice === 'Centre' && all < 11);
      expect(shown.size).toBe(large.length + (small.length > 0 ? 1 : 0));
    }
  });

  onePageTest('counts the patients who are alone with what is known of them', async ({ page }) => {
    await page.goto('#/quality?lang=en&quality=anonymity&ages=10&known=age-sex-year');
    const title = 'Patients by the number of those alike';
    await figureStands(page, title);
    const classes = new Map<string, number>();
    for (const { age_at_diagnosis_years, sex, diagnosis_year } of raw.patient) {
      const key = [Math.floor(age_at_diagnosis_years / 10), sex, diagnosis_year].join();
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    const sizes = [...classes.values()];
    const within = (from: number, to: number) => sizes.filter((size) => size >= from && size <= to);
    const expected = [
      ['alone', within(1, 1)],
      ['2 to 4', within(2, 4)],
      ['5 to 10', within(5, 10)],
      ['11 or more', within(11, Number.POSITIVE_INFINITY)],
    ] as const;
    const shown = (await valuesOf(page, title)).slice(1);
    expect(shown.map((cells) => cells.slice(0, 3))).toEqual(
      expected.map(([name, group]) => [
        name,
        group.length.toLocaleString('en'),
        group.reduce((sum, size) => sum + size, 0).toLocaleString('en'),
      ]),
    );
    await page.getByText(new RegExp(`k = ${Math.min(...sizes)}\\.`)).waitFor();
  });

  onePageTest(
    'counts under a figure whom warnings touch, and takes them out of the cohort',
    async ({ page, visit }) => {
      const folder = await mkdtemp(join(tmpdir(), 'faults-'));
      visit.watch.expectSelfCheck();
      try {
        await generateExtract(
          readOptions(['--patients', '300', '--centres', '8', '--out', folder, '--faults', 'opening']),
        );
        const faults: readonly PlantedFault[] = JSON.parse(await readFile(join(folder, faultList), 'utf8'));
        await page.goto('#/extract?lang=en');
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          page.getByRole('button', { name: 'A folder…' }).click(),
        ]);
        await chooser.setFiles(folder);
        await page.getByText('faults.json').first().waitFor();
        await page.goto('#/treatment-free-remission?lang=en');
        await figureStands(page, remissionTitle);
        const figure = page.getByRole('figure').first();
        await figure.getByText(/^Quality: .* of the figure/).waitFor();
        await page.goto('#/deep-response?lang=en');
        await figureStands(page, 'Current depth of response');
        const warned = figure.getByText(/^Quality: \d+ patients out of \d+ of the cohort/);
        await warned.waitFor();
        const [, touched, of] =
          /Quality: (\d+) patients out of (\d+)/.exec((await warned.textContent()) ?? '') ?? [];
        const planted = faults.filter(
          ({ severity, patients }) => severity === 'warning' && patients.length > 0,
        );
        expect(Number(touched)).toBeGreaterThanOrEqual(planted.length);
        await figure.getByRole('button', { name: 'Which warnings' }).click();
        const toggles = figure.getByRole('switch', { name: /^Without them/ });
        expect(await toggles.count()).toBe(planted.length);
        await screenshot(page, 'quality-warnings');
        await toggles.first().click({ force: true });
        await figure.getByText(/without those who break one rule\.$/).waitFor();
        expect(page.url()).toContain('cohort=');
        await page.getByText(new RegExp(`^${Number(of) - 1} patients out of ${of}$`)).waitFor();
        await page
          .getByRole('button', { name: /no row of the patient breaks this rule of quality/ })
          .waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        await screenshot(page, 'quality-warnings-narrow');
        await page.setViewportSize({ width: 1280, height: 720 });
        await figure
          .getByRole('button', { name: `Without all of them: ${Number(touched) - 1} patients` })
          .click();
        await figure.getByText(/^Quality: none of the/).waitFor();
        await page.getByText(new RegExp(`^${Number(of) - Number(touched)} patients out of ${of}$`)).waitFor();
        await figure.getByRole('button', { name: 'Take them all back' }).click();
        await page.getByText(new RegExp(`^${of} patients out of ${of}$`)).waitFor();
        await page.goto('#/quality?lang=en&quality=drift');
        const [earlier] = await Promise.all([
          page.waitForEvent('filechooser'),
          page.getByRole('button', { name: 'A folder…' }).click(),
        ]);
        await earlier.setFiles('public/extract');
        await page.getByRole('heading', { name: /things changed of/ }).waitFor({ timeout: 90_000 });
        const rows = await tableOf(page, /^Compared with an earlier extract$/);
        expect(
          rows.find(([topic, subject]) => topic === 'Rows' && subject === 'patient')?.slice(2, 4),
        ).toEqual(['2,000', String(300 + faults.flatMap(({ patients }) => patients).length)]);
        await screenshot(page, 'quality-drift');
        expect(await accessibilityViolations(page)).toEqual([]);
        await page.goto('#/quality?lang=fr&quality=drift&theme=dark');
        await page.getByRole('heading', { name: /choses? (a|ont) changé/ }).waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        await screenshot(page, 'quality-drift-narrow');
        expect(await accessibilityViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1280, height: 720 });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
