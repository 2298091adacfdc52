import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest } from '@tests/support/chromium';
import { type PatientTable, type RawExtract, rawRowsOf, readRawExtract } from '@tests/support/raw-extract';
import { shownNumber } from '@tests/support/shown-curves';
import { valuesOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

const folder = 'public/extract';
let raw: RawExtract;
/** In the order of the list without a sort. */
let patients: RawExtract['patient'];
beforeAll(async () => {
  raw = await readRawExtract(folder);
  patients = raw.patient.toSorted((a, b) => (a.patient_id < b.patient_id ? -1 : 1));
});

const grid = (page: Page) => page.getByRole('grid', { name: 'Patients of the cohort' });

/** Waits until the rows in sight are here. */
async function listStands(page: Page, rows?: number): Promise<void> {
  await until(
    () =>
      page.evaluate((count) => {
        const list = document.querySelector('[role=grid]');
        const filled = [...(list?.querySelectorAll('tbody tr') ?? [])].every(
          (row) => (row.querySelector('td')?.textContent ?? '') !== '',
        );
        const counted = count === undefined || list?.getAttribute('aria-rowcount') === String(count + 1);
        return list?.getAttribute('aria-busy') === 'false' && filled && counted;
      }, rows),
    { what: 'the list stands' },
  );
}

async function openList(page: Page, address = '#/patients?lang=en'): Promise<void> {
  // From another screen: what was filtered and opened in the list is forgotten.
  await page.goto('#/extract');
  await page.goto(address);
  // The extract is opened first, which a busy machine takes its time for.
  await grid(page).waitFor({ timeout: 100_000 });
  await listStands(page);
}

/** The cells of a column that are in sight, from top to bottom. */
const cellsOf = (page: Page, name: RegExp) =>
  grid(page).evaluate((list, source) => {
    const heads = [...list.querySelectorAll('th[role=columnheader]')];
    const at = heads.findIndex((head) => new RegExp(source).test(head.textContent ?? ''));
    return [...list.querySelectorAll('tbody tr')]
      .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
      .map((row) => row.children[at]?.textContent ?? '');
  }, name.source);

const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex') ?? 0) - 2);

const number = (value: number) => new Intl.NumberFormat('en-GB').format(value);

/** Kind, first and last day of every row of a patient, written out by hand. */
const tables: Readonly<Record<string, readonly [kind: string, day: string, end: string | null]>> = {
  treatment_line: ['Treatment line', 'start_day', 'stop_day'],
  dose_change: ['Dose change', 'day', null],
  molecular: ['BCR::ABL1', 'day', null],
  mutation: ['ABL1 mutation', 'day', null],
  cytogenetics: ['Karyotype', 'day', null],
  phase_event: ['Change of phase', 'day', null],
  adverse_event: ['Adverse event', 'onset_day', 'resolved_day'],
  prom: ['Questionnaire', 'day', null],
  treatment_free_attempt: ['Treatment-free attempt', 'stop_day', 'restart_day'],
};

async function expectedEvents(patientId: string): Promise<readonly string[]> {
  const [patient] = await rawRowsOf(folder, 'patient', patientId);
  const last = patient?.vital_status === 'dead' ? 'Death' : 'Last contact';
  const events = [
    ['0', '', 'Diagnosis', ''],
    [number(Number(patient?.inclusion_day)), '', 'Inclusion in the registry', ''],
    [number(Number(patient?.last_contact_day)), '', last, ''],
  ];
  for (const [table, [kind, day, end]] of Object.entries(tables)) {
    for (const row of await rawRowsOf(folder, table as PatientTable, patientId)) {
      const endDay = end === null ? null : row[end];
      const reading = table === 'molecular' ? sampleText(row) : '';
      events.push([number(Number(row[day])), endDay === null ? '' : number(Number(endDay)), kind, reading]);
    }
  }
  return events.map((event) => event.join(' | ')).sort();
}

function sampleText(row: Readonly<Record<string, unknown>>): string {
  const percent = (value: number) =>
    `${new Intl.NumberFormat('en-GB', { minimumSignificantDigits: 2, maximumSignificantDigits: value >= 10 ? 3 : 2 }).format(value)}% IS`;
  if (row.on_international_scale !== true || row.validation === 'rejected') return 'inevaluable';
  if (row.detected === true) {
    return Number(row.bcr_abl1_is_pct) > 0 ? percent(Number(row.bcr_abl1_is_pct)) : 'inevaluable';
  }
  const copies = Number(row.control_copies ?? 0);
  return copies > 0
    ? `undetected (limit ${percent((3 / copies) * Number(row.conversion_factor ?? 1) * 100)})`
    : 'inevaluable';
}

async function shownEvents(page: Page): Promise<readonly string[]> {
  const rows = (await valuesOf(page, 'Course of the patient')).slice(1);
  return rows
    .map(([, day, end, kind, what]) => [day, end, kind, kind === 'BCR::ABL1' ? what : ''].join(' | '))
    .sort();
}

/** The page must never tell who is looked at where it would be kept or seen from outside. */
async function expectNobodyNamed(page: Page): Promise<void> {
  const told = `${page.url()} ${await page.title()}`;
  expect(patients.filter(({ patient_id }) => told.includes(patient_id))).toEqual([]);
  expect(told).not.toMatch(/patient_?key|patients?\/|[?&](open|patient|row|id)=/i);
}

describe('the list of patients', () => {
  onePageTest('shows the count of the cohort, and one row per patient', async ({ page }) => {
    await openList(page, '#/patients?lang=en&sex=F');
    const women = patients.filter(({ sex }) => sex === 'F');
    await page.getByText(`${shownNumber(women.length)} patients in the list`).waitFor();
    await listStands(page, women.length);
    const ages = await cellsOf(page, /^Age at/);
    expect(ages.length).toBeGreaterThan(15);
    expect(ages).toEqual(women.slice(0, ages.length).map((row) => String(row.age_at_diagnosis_years)));
    expect(new Set(await cellsOf(page, /^Sex/))).toEqual(new Set(['Woman']));
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest('sorts by a press of the head, in both directions, and back', async ({ page }) => {
    await openList(page);
    const head = page.getByRole('columnheader', { name: /^Age at/ });
    const sort = head.getByRole('button', { name: /^Age at/ });
    const ages = patients.map((row) => row.age_at_diagnosis_years).toSorted((a, b) => a - b);
    await sort.click();
    await until(async () => (await head.getAttribute('aria-sort')) === 'ascending', { what: 'ascending' });
    await listStands(page);
    expect((await cellsOf(page, /^Age at/))[0]).toBe(String(ages[0]));
    await sort.focus();
    await page.keyboard.press('Enter');
    await until(async () => (await head.getAttribute('aria-sort')) === 'descending', { what: 'descending' });
    await listStands(page);
    const shown = await cellsOf(page, /^Age at/);
    expect(shown).toEqual(ages.toReversed().slice(0, shown.length).map(String));
    await sort.click();
    await until(async () => (await head.getAttribute('aria-sort')) === 'none', { what: 'unsorted' });
    expect(page.url()).not.toContain('sort=');
  });

  onePageTest(
    'walks to the last row by keyboard and by scrolling, with few rows in the page',
    async ({ page }) => {
      await openList(page);
      await page.locator('tbody tr[tabindex="0"]').focus();
      await page.keyboard.press('End');
      await until(async () => (await focusedRow(page)) === patients.length - 1, { what: 'the last row' });
      await listStands(page);
      expect((await cellsOf(page, /^Age at/)).at(-1)).toBe(String(patients.at(-1)?.age_at_diagnosis_years));
      await page.keyboard.press('ArrowUp');
      await until(async () => (await focusedRow(page)) === patients.length - 2, { what: 'the row before' });
      await page.keyboard.press('PageUp');
      await until(async () => (await focusedRow(page)) < patients.length - 10, { what: 'a page up' });
      await page.keyboard.press('Home');
      await until(async () => (await focusedRow(page)) === 0, { what: 'the first row' });
      expect(await grid(page).locator('tbody tr').count()).toBeLessThan(60);
    },
  );

  onePageTest('filters the list alone, until the filter is made a rule', async ({ page }) => {
    await openList(page);
    await page.getByRole('button', { name: 'Filter the list: Sex' }).click();
    await page.getByRole('dialog').getByText('Women').click();
    await page.keyboard.press('Escape');
    const women = patients.filter(({ sex }) => sex === 'F').length;
    await listStands(page, women);
    await page.getByText(`${shownNumber(patients.length)} patients out of`).waitFor();
    expect(page.url()).not.toContain('sex=');
    await page.getByRole('button', { name: 'Make it a rule of the cohort' }).click();
    await page.getByText(`${shownNumber(women)} patients out of`).waitFor();
    await listStands(page, women);
    expect(page.url()).toContain('sex=F');
  });

  onePageTest('hides the pseudonyms until they are asked for, and offers every column', async ({ page }) => {
    await openList(page);
    expect(await page.locator('main').textContent()).not.toContain(patients[0]?.patient_id);
    await page.getByText('Show the pseudonyms').click();
    await page.getByRole('gridcell', { name: patients[0]?.patient_id ?? '', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByText('Platelets', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: /^Platelets/ }).waitFor();
    await expectNobodyNamed(page);
  });
});

describe('the course of one patient', () => {
  onePageTest('opens by keyboard, holds every raw row, closes with Escape', async ({ page }) => {
    await openList(page);
    await page.locator('tbody tr[tabindex="0"]').focus();
    for (const row of [1, 2]) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: `Patient of row ${row + 1}` }).waitFor();
      await page.getByRole('figure', { name: 'Course of the patient' }).locator('svg[role=img]').waitFor();
      expect(await shownEvents(page)).toEqual(await expectedEvents(patients[row]?.patient_id ?? ''));
      await expectNobodyNamed(page);
      if (row === 1) expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await until(async () => (await focusedRow(page)) === row, { what: 'focus on the row' });
      expect(await page.getByRole('figure').count()).toBe(0);
    }
  });

  onePageTest('reads its events one by one, from either origin', async ({ page }) => {
    await openList(page, '#/patients?lang=en&sort=-tki_lines');
    await page.locator('tbody tr').first().click();
    const figure = page.getByRole('figure', { name: 'Course of the patient' });
    await figure.locator('svg[role=img]').waitFor();
    const rows = (await valuesOf(page, 'Course of the patient')).slice(1);
    const cursor = page.getByRole('slider');
    await cursor.focus();
    const reading = figure.locator('[aria-live=polite]');
    for (const [, , , kind] of rows.slice(0, 5)) {
      await page.keyboard.press('ArrowRight');
      await until(async () => (await reading.textContent())?.includes(`: ${kind}`), {
        what: `the reading of ${kind}`,
      });
    }
    expect(await cursor.getAttribute('aria-valuetext')).toBe(`event 5 of ${rows.length}`);
    await figure.getByRole('radio', { name: 'the first TKI' }).click({ force: true });
    await figure.getByText('Months since the start of the first TKI').waitFor();
    expect((await shownEvents(page)).length).toBe(rows.length);
  });
});
