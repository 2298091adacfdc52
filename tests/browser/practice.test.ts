import { onePageTest, screenshot } from '@tests/support/chromium';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { figureStands, valuesOf } from '@tests/support/shown-table';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

type Answered = readonly [
  question: string,
  presses: readonly [screen: string, tab?: string],
  title: RegExp,
  said?: RegExp,
];

/**
 * The questions of the steering committee: the presses that lead to each from the start screen, the title of its answer, and
 * what the answer says.
 */
const questions: readonly Answered[] = [
  ['who is included', ['Practice trends'], /^Inclusions by year/, /incident .*prevalent/],
  ['who is lost', ['Practice trends'], /^Inclusions by year/, /Without recent news: \d+ of/],
  ['how soon after the diagnosis', ['Practice trends'], /^Included in the registry within half a year/],
  ['which centres include', ['Practice trends'], /^Inclusions by centre/],
  ['how we treat', ['Practice trends', 'Treatment'], /^First TKI by year/],
  ['at which dose', ['Practice trends', 'Treatment'], /^Dose of the first TKI a year/],
  ['what follows', ['Practice trends', 'Treatment'], /^Treatment pathways/],
  ['how long a drug is taken', ['Practice trends', 'Treatment'], /^Time on the first TKI, by reason/],
  ['who switches early', ['Practice trends', 'Treatment'], /^Switch to another TKI within twelve months/],
  ['who of the eligible stops', ['Practice trends', 'Treatment'], /^Stop attempted/],
  ['how we monitor', ['Practice trends', 'Monitoring'], /^Evaluable sample at 3 months/],
  ['how we monitor after a year', ['Practice trends', 'Monitoring'], /^Evaluable sample at 12 months/],
  ['how we monitor after a stop', ['Practice trends', 'Monitoring'], /^Monthly samples after a stop/],
  ['how long we wait for a sample', ['Practice trends', 'Monitoring'], /^Wait for the next sample/],
  ['whether samples are good enough', ['Practice trends', 'Monitoring'], /^Samples fit to show MR4\.5/],
  ['whether mutations are looked for', ['Practice trends', 'Monitoring'], /^ABL1 mutation found at failure/],
  ['whether responses meet the guideline', ['Practice trends', 'Outcomes'], /^Optimal response at 12 months/],
  ['whether outcomes change', ['Practice trends', 'Outcomes'], /^MMR at 12 months, by period/],
  [
    'whether remission changes',
    ['Practice trends', 'Outcomes'],
    /^Treatment-free remission at 12 months, by/,
  ],
  ['whether survival changes', ['Practice trends', 'Outcomes'], /^Overall survival at 24 months, by period/],
  ['what it costs in side effects', ['Practice trends', 'Safety'], /^Adverse events per 100 patient-years/],
  ['who has an effusion', ['Practice trends', 'Safety'], /^Pleural effusion/],
  ['who has an occlusion', ['Practice trends', 'Safety'], /^Arterial occlusion/],
  ['who does not tolerate it', ['Practice trends', 'Safety'], /^First TKI stopped for intolerance/],
  ['who suffers from a stop', ['Practice trends', 'Safety'], /^Withdrawal syndrome after a stop/],
  ['what patients feel', ['Practice trends', 'Patients’ voice'], /^Global health \(QLQ-C30\)$/],
  ['what patients feel by drug', ['Practice trends', 'Patients’ voice'], /^Global health .* by first-line/],
  [
    'what patients feel without a drug',
    ['Practice trends', 'Patients’ voice'],
    /^Global health .* on or off/,
  ],
  ['how centres differ', ['Centres'], /^Between centres/],
];

describe('the trends of practice', () => {
  onePageTest('answer each question of the committee within two presses', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 1000 });
    let before: string | null = null;
    for (const [question, presses, title, said] of questions) {
      const [screen, tab] = presses;
      // Questions that the same presses answer stand on one screen, of which one picture is kept.
      if (before !== presses.join()) {
        await page.goto('#/cohort?lang=en');
        await page.getByRole('link', { name: screen, exact: true }).click({ timeout: 90_000 });
        if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
      }
      await figureStands(page, title);
      const figure = page.getByRole('figure', { name: title });
      expect(await figure.locator('svg[role=img]').count()).toBe(1);
      if (said !== undefined) expect(await figure.textContent()).toMatch(said);
      if (before !== presses.join()) await screenshot(page, `journey-${question.replaceAll(' ', '-')}`);
      before = presses.join();
    }
    // Completeness by centre, from the screen of the centres: two presses too.
    await page.getByRole('button', { name: 'Completeness by centre (quality)' }).click();
    await figureStands(page, 'What is missing, by centre');
    await screenshot(page, 'journey-how-complete-centres-are');
  });

  onePageTest('are two presses away, and count what the raw rows count', async ({ page }) => {
    await page.goto('#/cohort?lang=en');
    await page.getByRole('link', { name: 'Practice trends' }).click({ timeout: 90_000 });
    await page.getByRole('tab', { name: 'Treatment' }).click();
    const title = /^Second-generation TKI as the first one/;
    await figureStands(page, title);
    const first = new Map<string, RawExtract['treatment_line'][number]>();
    const none = ['interferon', 'hydroxycarbamide', 'allogeneic_transplant', 'other'];
    for (const line of raw.treatment_line.toSorted((a, b) => a.line_number - b.line_number)) {
      if (!none.includes(line.drug) && !first.has(line.patient_id)) first.set(line.patient_id, line);
    }
    const late = ['dasatinib', 'nilotinib', 'bosutinib', 'second_generation+interferon'];
    const lines = [...first.values()];
    const years = [...new Set(lines.map((line) => line.start_year))].toSorted((a, b) => a - b);
    const expected = years.map((year) => {
      const begun = lines.filter((line) => line.start_year === year);
      const met = begun.filter(({ drug }) => late.includes(drug)).length;
      return [year, begun.length, begun.length, met, 0].map(String);
    });
    const shown = (await valuesOf(page, title)).slice(1);
    expect(
      shown.map((cells) => cells.slice(0, 5)).map(([year, ...rest]) => [year?.slice(0, 4), ...rest]),
    ).toEqual(expected);
  });

  onePageTest('of a cohort are those of its patients, split as asked', async ({ page }) => {
    await page.goto('#/practice?lang=en&sex=F&trend=elts');
    const title = /^Included in the registry within half a year/;
    await page.getByText(/^\d[\d,]* patients out of 2,000$/).waitFor();
    await figureStands(page, title);
    const rows = (await valuesOf(page, title)).slice(1);
    const women = raw.patient.filter(({ sex }) => sex === 'F').length;
    expect(rows.reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(women);
    expect(new Set(rows.map((cells) => cells[1]))).toEqual(
      new Set(['Low', 'Intermediate', 'High', 'Not known']),
    );
  });

  onePageTest('between centres name the own one alone, and keep it out of the address', async ({ page }) => {
    await page.goto('#/centres?lang=en&indicator=early_inclusion');
    const title = /^Between centres: Included/;
    await figureStands(page, title);
    const figure = page.getByRole('figure', { name: title });
    const codes = [...new Set(raw.patient.map(({ centre_id }) => centre_id))];
    const names = async () => (await valuesOf(page, title)).slice(1).map(([name]) => name ?? '');
    expect((await names()).length).toBeGreaterThan(10);
    expect((await names()).filter((name) => codes.includes(name))).toEqual([]);

    const own = codes.toSorted()[3] ?? '';
    const patients = raw.patient.filter(({ centre_id }) => centre_id === own).length;
    await page.getByRole('button', { name: /Your centre/ }).click();
    await page.getByRole('option', { name: own, exact: true }).click();
    await figure.getByText(new RegExp(`${own}: .* of ${patients};`)).waitFor();
    const rows = (await valuesOf(page, title)).slice(1);
    expect(rows[0]?.slice(0, 2)).toEqual([own, String(patients)]);
    expect((await names()).filter((name) => codes.includes(name))).toEqual([own]);
    expect(page.url()).not.toContain(own);
  });
});
