import { readFile } from 'node:fs/promises';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest } from '@tests/support/chromium';
import { independentElts } from '@tests/support/independent-curves';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { tableOf } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';

let raw: RawExtract;
beforeAll(async () => {
  raw = await readRawExtract('public/extract');
});

type Patient = RawExtract['patient'][number];
const members = (isIn: (patient: Patient) => boolean) => raw.patient.filter(isIn);
const women = (patient: Patient) => patient.sex === 'F';
const adults = (patient: Patient) =>
  patient.age_at_diagnosis_years >= 18 && patient.age_at_diagnosis_years <= 65;

const number = (value: number) => value.toLocaleString('en-GB');
const share = (count: number, of: number) =>
  (count / of).toLocaleString('en-GB', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
const part = (count: number, of: number) => `${number(count)} (${share(count, of)})`;

/** Quantile of type 7, written anew. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0];
  return low + (position - Math.floor(position)) * (high - low);
}

const decimal = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const ageText = (patients: readonly Patient[]) => {
  const ages = patients.map((patient) => patient.age_at_diagnosis_years);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((p) => decimal(quantile(ages, p)));
  return `${median} (${lower} to ${upper})`;
};

const menuButton = (page: Page) => page.getByRole('button', { name: /^Cohorts \(/ });
const menu = (page: Page) => page.getByRole('dialog', { name: 'Named cohorts' });

/** Keeps the current cohort; without a name under the letter that is proposed. */
async function keep(page: Page, name?: string): Promise<void> {
  await menuButton(page).click();
  if (name !== undefined) await menu(page).getByRole('textbox').fill(name);
  await menu(page).getByRole('button', { name: 'Keep' }).click();
  await menu(page)
    .getByText(/^Cohort kept as/)
    .waitFor();
  await closeMenu(page);
}

async function closeMenu(page: Page): Promise<void> {
  // Who removes what has the focus is led on a moment later.
  await until(() => menu(page).evaluate((dialog) => dialog.contains(document.activeElement)), {
    what: 'the keyboard is in the menu',
  });
  await page.keyboard.press('Escape');
  await menu(page).waitFor({ state: 'detached' });
}

async function counted(page: Page, patients: number): Promise<void> {
  await page.getByText(`${number(patients)} patients out of 2,000`).waitFor();
}

/** The tests share a page: the menu that the one before left open is closed first, and what it kept is removed. */
async function open(page: Page, address: string): Promise<void> {
  if (await menu(page).isVisible()) await closeMenu(page);
  await page.goto(address);
  await menuButton(page).waitFor({ timeout: 90_000 });
  await removeNamed(page);
  await page.goto(address);
  await page
    .getByRole('table', { name: 'Characteristics of the patients, by cohort' })
    .waitFor({ timeout: 90_000 });
}

async function removeNamed(page: Page): Promise<void> {
  const kept = Number(/\d+/.exec((await menuButton(page).textContent()) ?? '')?.[0]);
  if (kept === 0) return;
  await menuButton(page).click();
  const actions = menu(page).getByRole('button', { name: /^Actions on / });
  for (let left = kept; left > 0; left -= 1) {
    await actions.first().click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await until(async () => (await actions.count()) === left - 1, { what: 'one cohort fewer' });
  }
  await closeMenu(page);
}

const goTo = (page: Page, address: string) =>
  page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);

const tableOne = (page: Page) => tableOf(page, /^Characteristics of the patients/);

async function download(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** In one page. The last test alone chooses what is compared: the others compare what there is. */
describe('the comparison', () => {
  onePageTest('says in words and counts what changed from one version to the other', async ({ page }) => {
    await open(page, '#/comparison?lang=en&sex=F');
    await keep(page, 'before');
    await goTo(page, '#/comparison?lang=en&sex=F&age=18..65');
    const [before, after] = [members(women), members((one) => women(one) && adults(one))];
    await counted(page, after.length);
    const change = page.getByRole('figure', { name: 'From one version to another' });
    await change
      .getByText(
        `${number(before.length)} → ${number(after.length)} patients: ${number(after.length)} stay, 0 enter, ${number(before.length - after.length)} leave.`,
      )
      .waitFor();
    await change.getByText('Rule added: Age at diagnosis: 18 to 65 years.').waitFor();
    await change.getByText(`It alone keeps out ${number(before.length - after.length)} patients.`).waitFor();
    await page.getByText(/neither standardised differences nor tests are defined/).waitFor();
    expect((await tableOne(page))[0]).toHaveLength(3);
  });

  onePageTest(
    'undoes and redoes by keyboard and button, and goes with back and forward',
    async ({ page }) => {
      await open(page, '#/comparison?lang=en');
      await page.getByText('There is nothing to compare yet').waitFor();
      await goTo(page, '#/comparison?lang=en&sex=F');
      await counted(page, members(women).length);
      await goTo(page, '#/comparison?lang=en&sex=F&age=18..65');
      const both = members((one) => women(one) && adults(one)).length;
      await counted(page, both);
      await page.keyboard.press('Control+z');
      await counted(page, members(women).length);
      await page.getByText('Step undone: the cohort has 1 rule.').waitFor();
      await page.keyboard.press('Control+z');
      await counted(page, 2000);
      await page.keyboard.press('Control+Shift+z');
      await counted(page, members(women).length);
      await page.getByRole('button', { name: 'Redo' }).click();
      await counted(page, both);
      expect(await page.getByRole('button', { name: 'Redo' }).getAttribute('aria-disabled')).toBe('true');
      await page.goBack();
      await counted(page, members(women).length);
      await page.keyboard.press('Control+y');
      await counted(page, both);

      // In a field the keys belong to what is typed.
      await menuButton(page).click();
      await menu(page).getByRole('textbox').fill('abc');
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(300);
      await closeMenu(page);
      await counted(page, both);
    },
  );

  onePageTest('keeps, renames, duplicates, replaces and removes cohorts', async ({ page }) => {
    await open(page, '#/comparison?lang=en&sex=F');
    await keep(page, 'Women');
    await menuButton(page).click();
    const act = async (name: string, action: string) => {
      await menu(page)
        .getByRole('button', { name: `Actions on ${name}`, exact: true })
        .click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await act('Women', 'Rename');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('All women');
    await page.keyboard.press('Enter');
    await menu(page).getByText('Renamed: All women.').waitFor();
    await act('All women', 'Duplicate');
    await menu(page).getByText('Duplicated: All women (2).').waitFor();
    await closeMenu(page);
    await goTo(page, '#/comparison?lang=en&sex=M');
    await counted(page, members((one) => one.sex === 'M').length);
    await menuButton(page).click();
    await act('All women (2)', 'Replace by the current one');
    await menu(page)
      .getByRole('button', { name: /^Open All women 1 rule/ })
      .click();
    await counted(page, members(women).length);
    await act('All women', 'Remove');
    await menu(page).getByText('Removed: All women.').waitFor();
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Named cohorts'),
      { what: 'the keyboard is on the list' },
    );
    expect(page.url()).not.toContain('women');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest('takes cohorts to a file and back, and says where a broken one is broken', async ({ page }) => {
    await open(page, '#/comparison?lang=en&sex=F');
    await keep(page, 'Women');
    await menuButton(page).click();
    const saved = await download(page, 'All cohorts (JSON)');
    expect(saved.name).toBe('cohorts.json');
    expect(JSON.parse(saved.text)).toMatchObject({
      format: 'cml-cohorts',
      version: 1,
      cohorts: [
        { format: 'cml-cohort', name: 'Women', rules: [{ condition: { fact: 'sex', values: ['F'] } }] },
      ],
    });
    const give = async (name: string, text: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        menu(page).getByRole('button', { name: 'Open a file…' }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    const broken = saved.text.replace('"sex"', '"shoe"');
    await give('broken.json', broken);
    await menu(page).getByText('The file broken.json was not read').waitFor();
    await menu(page)
      .getByText(/At “cohorts\[0\]\.rules\[0\]\.condition\.fact”: one of these values is expected: sex, /)
      .waitFor();
    await give('half.json', saved.text.slice(0, 40));
    await menu(page)
      .getByText(/It is not JSON/)
      .waitFor();
    await give('large.json', ' '.repeat(2_000_001));
    await menu(page)
      .getByText(/at most 2 MB/)
      .waitFor();
    await menu(page).getByText('The current cohort and the named ones are as they were.').waitFor();
    expect(await menu(page).getByRole('listitem').count()).toBe(1);
    await give('good.json', saved.text);
    await menu(page).getByText('1 cohort read: Women (2).').waitFor();
    expect(
      await menu(page)
        .getByText(/was not read/)
        .count(),
    ).toBe(0);
  });

  onePageTest(
    'copies the link of a cohort, and offers a file when it is too long for one',
    async ({ page, visit: { context } }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await open(page, '#/comparison?lang=en&sex=F');
      await menuButton(page).click();
      await menu(page).getByRole('button', { name: 'Copy the link' }).click();
      await menu(page)
        .getByText(/Link copied|copy the link yourself/)
        .waitFor();

      const values = Array.from({ length: 400 }, (_, i) => `a centre with a long code ${i}`);
      const rules = [{ condition: { kind: 'category', fact: 'centre', values }, unknown: 'exclude' }];
      const file = JSON.stringify({ format: 'cml-cohort', version: 1, rules });
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        menu(page).getByRole('button', { name: 'Open a file…' }).click(),
      ]);
      await chooser.setFiles({ name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(file) });
      await menu(page).getByText('This cohort cannot be a link: it is too long').waitFor();
      expect(await menu(page).getByRole('button', { name: 'Copy the link' }).count()).toBe(0);
    },
  );

  onePageTest('lets Table 1 leave rounded: no count of 1 to 10, none exact', async ({ page }) => {
    await open(page, '#/comparison?lang=en&elts=high&p=shown');
    const elts = independentElts(raw);
    const high = members(({ patient_id }) => elts.get(patient_id) === 'high').length;
    await counted(page, high);
    await until(
      async () => (await tableOne(page))[0]?.some((cell) => cell.includes(`\u00a0${number(high)})`)),
      {
        what: 'the column of the cohort',
      },
    );
    const shown = (await tableOne(page)).slice(1).flatMap((row) => row.slice(1, 3));
    const counts = shown.flatMap((cell) => /^([\d,]+) \([\d.]+%\)$/.exec(cell)?.[1] ?? []);
    const small = counts
      .map((text) => Number(text.replace(/,/g, '')))
      .filter((count) => count > 0 && count < 11);
    expect(small.length).toBeGreaterThan(0);

    for (const [button, name] of [
      ['CSV', 'EXPORT-A-VALIDER_Table 1.csv'],
      ['HTML', 'EXPORT-A-VALIDER_Table 1.html'],
      ['Word', 'EXPORT-A-VALIDER_Table 1.doc'],
    ] as const) {
      const file = await download(page, button);
      expect(file.name).toBe(name);
      expect(file.text).toMatch(button === 'CSV' ? /<\s11/ : /&lt;\s11/);
      expect(file.text).toContain('Definition of');
      const told = [...file.text.matchAll(/[>,]"?([\d,]+) \((\d+)%\)/g)].map(([, count = '']) =>
        Number(count.replace(/,/g, '')),
      );
      expect(told.length).toBeGreaterThan(10);
      expect(told.filter((count) => count !== 0 && (count < 15 || count % 5 !== 0))).toEqual([]);
      for (const [, size = ''] of file.text.matchAll(/\(n\s=\s([\d,]+)\)/g)) {
        expect(Number(size.replace(/,/g, '')) % 5).toBe(0);
      }
    }
  });

  onePageTest('has the rows that are asked for, in their order', async ({ page }) => {
    await open(page, '#/comparison?lang=en&sex=F&rows=age,sex');
    const heads = async () =>
      (await tableOne(page))
        .slice(1)
        .flatMap((row) => (/\(Q1 to Q3\)|n \(%\)/.test(row[0] ?? '') ? [row[0]] : []));
    await until(async () => (await heads()).length === 2, { what: 'two rows' });
    await page.getByRole('button', { name: 'Rows of the table' }).click();
    await page.getByRole('button', { name: 'Move down: Age at diagnosis' }).click();
    await until(async () => (await heads())[0] === 'Sex, n (%)', { what: 'the new order' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Move down: Age at diagnosis',
    );
    await page.getByRole('button', { name: /^Choose…/ }).click();
    await page.getByRole('option', { name: 'Transcript' }).click();
    await until(() => page.url().includes('rows=sex,age,transcript'), { what: 'the rows in the address' });
    await page.getByRole('button', { name: 'Remove: Sex' }).click();
    await until(async () => (await heads()).length === 2, { what: 'the row is gone' });
    expect(await accessibilityViolations(page)).toEqual([]);
    await goTo(page, '#/comparison?lang=en&rows=shoe');
    await page.getByText(/could not be read and was left aside: rows/).waitFor();
  });

  onePageTest(
    'shows two named cohorts and the rest, every number as counted from the raw rows',
    async ({ page }) => {
      await open(page, '#/comparison?lang=en&sex=F');
      const [a, b] = [members(women), members((one) => !women(one) && adults(one))];
      await counted(page, a.length);
      await keep(page);
      await goTo(page, '#/comparison?lang=en&sex=M&age=18..65');
      await counted(page, b.length);
      await keep(page);
      await page.getByRole('checkbox', { name: 'The rest' }).click({ force: true });
      const rest = members((one) => !a.includes(one) && !b.includes(one));
      const groups = [a, b, rest];

      const names = ['A', 'B', 'The rest'];
      await until(
        async () => {
          const head = (await tableOne(page))[0] ?? [];
          return names.every((name, g) =>
            head.some((cell) => cell === `${name} (n\u00a0=\u00a0${number(groups[g]?.length ?? -1)})`),
          );
        },
        { what: 'the three columns' },
      );
      const rows = await tableOne(page);
      const cells = (label: string) => rows.find((row) => row[0] === label)?.slice(1, 4);
      expect(cells('Women')).toEqual(groups.map((group) => part(group.filter(women).length, group.length)));
      expect(cells('Age at diagnosis (years), median (Q1 to Q3)')).toEqual(groups.map(ageText));

      const elts = independentElts(raw);
      const known = groups.map(
        (group) => group.filter(({ patient_id }) => elts.get(patient_id) !== null).length,
      );
      const from = rows.findIndex((row) => row[0] === 'ELTS group, n (%)');
      for (const [k, level] of (['low', 'intermediate', 'high'] as const).entries()) {
        const counts = groups.map(
          (group) => group.filter(({ patient_id }) => elts.get(patient_id) === level).length,
        );
        expect(rows[from + 1 + k]?.slice(1, 4)).toEqual(counts.map((count, g) => part(count, known[g] ?? 0)));
      }
      expect(rows[from + 4]?.slice(0, 4)).toEqual([
        'Not known',
        ...groups.map((group, g) => part(group.length - (known[g] ?? 0), group.length)),
      ]);

      // (second mean - first mean) / √((s₁² + s₂²) / 2), absolute.
      const spread = groups.map((group) => {
        const ages = group.map((patient) => patient.age_at_diagnosis_years);
        const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length;
        const squares = ages.reduce((sum, age) => sum + (age - mean) ** 2, 0);
        return { mean, variance: squares / (ages.length - 1) };
      });
      const difference = (g: number) =>
        Math.abs(
          ((spread[g]?.mean ?? 0) - (spread[0]?.mean ?? 0)) /
            Math.sqrt(((spread[g]?.variance ?? 0) + (spread[0]?.variance ?? 0)) / 2),
        ).toFixed(2);
      const ages = rows.find((row) => row[0]?.startsWith('Age at diagnosis'));
      expect(ages?.slice(4)).toEqual([difference(1), difference(2)]);

      const overlap = await tableOf(page, /^Patients by combination/);
      const counts = overlap.slice(1).map((row) => [row[0], row[3]]);
      expect(counts).toContainEqual(['In A only', number(a.length)]);
      expect(counts).toContainEqual(['In B only', number(b.length)]);
      expect(counts).toContainEqual(['In none', number(rest.length)]);

      // Two versions: what was done to the rules, and who came and went.
      const change = page.getByRole('figure', { name: 'From one version to another' });
      await change
        .getByRole('button', { name: /^Women|A|B/ })
        .first()
        .waitFor();
      await change.getByText(/patients:/).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );
});
