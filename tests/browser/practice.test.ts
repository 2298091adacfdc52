import { onePageTest } from '@tests/support/chromium';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { figureStands, valuesOf } from '@tests/support/shown-table';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

describe('the trends of practice', () => {
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
