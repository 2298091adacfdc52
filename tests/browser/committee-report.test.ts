import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest } from '@tests/support/chromium';
import { readRawExtract } from '@tests/support/raw-extract';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

const folder = '.cache/report';
const run = promisify(execFile);
const has = (tool: string) =>
  run(tool, ['-v']).then(
    () => true,
    () => false,
  );

async function prepare(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const button = page.getByRole('button', { name: /Prepare the report|Préparer le rapport/ });
  await button.waitFor({ timeout: 90_000 });
}

const sheets = (page: Page) => page.getByRole('region', { name: /Sheets of the report|Feuilles du rapport/ });

/** The columns of the report that hold no counts. */
const measures = [
  'Lower quartile',
  'Median',
  'Upper quartile',
  'Mean',
  'Rate per 100 patient-years',
  '95 % CI, lower',
  '95 % CI, upper',
  'Patient-years',
].map(plainSpaces);

/** Every cell below a head, in all tables of a place. */
const cellsOf = async (
  place: Locator,
): Promise<readonly { readonly head: string; readonly text: string }[]> => {
  const cells = await place.locator('table').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const heads = [...table.querySelectorAll('thead th')];
      return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
        [...row.querySelectorAll('td')].map((cell) => ({
          head: heads[[...row.children].indexOf(cell)]?.textContent ?? '',
          text: cell.textContent ?? '',
        })),
      );
    }),
  );
  return cells.map(({ head, text }) => ({ head: plainSpaces(head), text }));
};

function plainSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}

describe('the report of the committee', () => {
  onePageTest(
    'names the own centre alone, tells no small count, and is kept in the ledger',
    async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 1000 });
      const { patient } = await readRawExtract('public/extract');
      const codes = [...new Set(patient.map(({ centre_id }) => centre_id))].toSorted();
      const own = codes[4] ?? '';
      await prepare(page, '#/report?lang=en');
      await page.getByRole('button', { name: /Your centre/ }).click();
      await page.getByRole('option', { name: own, exact: true }).click();
      await page.getByRole('button', { name: 'Prepare the report' }).click();
      await page.getByText(/^The report is frozen\./).waitFor({ timeout: 60_000 });
      const text = (await sheets(page).textContent()) ?? '';
      expect(codes.filter((code) => text.includes(code))).toEqual([own]);
      expect(page.url()).not.toContain(own);
      const cells = await cellsOf(sheets(page));
      expect(cells.length).toBeGreaterThan(300);
      const exact = cells.filter(
        ({ text: cell }) => !/^(0|[\d,]*\d[05]|<\s11|not\sshown|–|\d+%)$/.test(cell),
      );
      // All that is not a count rounded to 5 is a quantile, a mean or a rate, and says so at its head.
      expect(new Set(exact.map(({ head }) => head).filter((head) => !measures.includes(head)))).toEqual(
        new Set(),
      );
      expect(exact.filter(({ text: cell }) => !/^[\d,]+(\.\d+)?$/.test(cell))).toEqual([]);
      expect(await accessibilityViolations(page)).toEqual([]);
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the bundle to replay' }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^EXPORT-A-VALIDER_.*\.json$/);
      const bundle = await readFile(await download.path(), 'utf8');
      expect(codes.filter((code) => bundle.includes(`"${code}"`))).toEqual([own]);
      await page.goto('#/exports?lang=en');
      await page.getByText(/^prepared: Committee report\.pdf/).waitFor();
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles({
        name: 'report.json',
        mimeType: 'application/json',
        buffer: Buffer.from(bundle),
      });
      await page
        .getByText(/^[\d,]+ numbers are the same, 0 have changed, 0 cannot be computed, 0 are new\.$/)
        .waitFor({ timeout: 60_000 });
    },
  );

  onePageTest('prints as A4 sheets with text that can be selected, whatever the theme', async ({ page }) => {
    await prepare(page, '#/report?lang=fr&theme=dark');
    await page.getByRole('button', { name: 'Préparer le rapport' }).click();
    await page.getByText(/^Rapport figé\./).waitFor({ timeout: 60_000 });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/report.pdf`, pdf);
    // The paper stays white under a dark theme.
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    await page.emulateMedia({ media: null });
    const source = pdf.toString('latin1');
    // A4 in points, one box a page; pictures are drawn, not pasted.
    expect(source).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(source).not.toContain('/Subtype /Image');
    if (!(await has('pdftotext'))) return;
    const { stdout } = await run('pdftotext', ['-layout', `${folder}/report.pdf`, '-']);
    const pages = stdout.split('\f').filter((text) => text.trim() !== '');
    expect(pages.length).toBeGreaterThan(6);
    expect(pages[0]).toMatch(/rapport au comité de pilotage/);
    expect(stdout).not.toMatch(/Préparer le rapport|Tout est calculé|Imprimer ou enregistrer/);
    for (const topic of ['Inclusions', 'Traitement', 'Suivi moléculaire', 'Résultats', 'Tolérance', 'Notes'])
      expect(pages.some((text) => text.trimStart().startsWith(topic))).toBe(true);
    expect(pages.at(-1)).toMatch(new RegExp(`${pages.length}\\s*/\\s*${pages.length}`));
    if (await has('pdftoppm'))
      await run('pdftoppm', ['-r', '60', '-gray', '-png', `${folder}/report.pdf`, `${folder}/page`]);
  });
});
