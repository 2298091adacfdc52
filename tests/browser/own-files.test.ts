import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { onePageTest } from '@tests/support/chromium';
import { writeArrow, writeOtherParquet } from '@tests/support/other-formats';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { remissionRows, remissionTitle, responseRows, responseTitle } from '@tests/support/shown-curves';
import { figureStands, valuesOf } from '@tests/support/shown-table';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

let folder: string;
let raw: RawExtract;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-files-'));
  await generateExtract(
    readOptions(['--patients', '600', '--centres', '5', '--seed', '7', '--out', join(folder, 'generated')]),
  );
  raw = await readRawExtract(join(folder, 'generated'));
  await writeOtherParquet(join(folder, 'generated'), join(folder, 'parquet'));
  await writeArrow(join(folder, 'generated'), join(folder, 'arrow'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function expectDemonstration(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cohort' }).first().click();
  await page.getByText('2,000 patients out of 2,000').waitFor();
  await figureStands(page, remissionTitle);
}

const noManifest = (page: Page) => page.getByText(/No manifest.json/);

/** Chooses files on the Extract screen, as a person would with the file dialog. */
async function choose(page: Page, button: string, paths: string | readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Extract' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(typeof paths === 'string' ? paths : [...paths]);
}

async function expectCurvesOf(page: Page, extract: RawExtract): Promise<void> {
  await page.getByRole('link', { name: 'Cohort' }).first().click();
  await page.getByText(`${extract.patient.length} patients out of ${extract.patient.length}`).waitFor();
  await figureStands(page, responseTitle);
  await figureStands(page, remissionTitle);
  const members = new Set(extract.patient.map((row) => row.patient_id));
  expect((await valuesOf(page, responseTitle)).slice(1)).toEqual(responseRows(extract, members));
  expect((await valuesOf(page, remissionTitle)).slice(1)).toEqual(remissionRows(extract, members));
}

/** One page in the order below: what does not open leaves the demonstration, and what opens takes the place of the last. */
describe('files of one’s own', () => {
  onePageTest('can be given up while they open', async ({ page, visit }) => {
    visit.watch.expectSelfCheck();
    await page.goto('#/cohort?lang=en');
    await expectDemonstration(page);
    await choose(page, 'A folder…', join(folder, 'parquet'));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await expectDemonstration(page);
  });

  onePageTest(
    'that break the contract are refused with the reason, and what was open stays',
    async ({ page }) => {
      const broken = join(folder, 'broken');
      await writeOtherParquet(join(folder, 'generated'), broken);
      await writeFile(join(broken, 'patient.parquet'), 'these are not the bytes of a Parquet file');
      await choose(page, 'A folder…', broken);
      const alert = page.getByRole('alert');
      await alert.getByText('The extract was not opened').waitFor();
      expect(await alert.textContent()).toContain('patient.parquet');
      await alert.getByText('The extract that was open still is.').waitFor();
      await expectDemonstration(page);

      await choose(page, 'Files…', [
        join(folder, 'generated', 'patient.parquet'),
        join(folder, 'generated', 'diagnosis.parquet'),
      ]);
      await page
        .getByRole('alert')
        .getByText(/treatment_line, molecular/)
        .first()
        .waitFor();
    },
  );

  onePageTest(
    'open as a folder of Parquet with other codecs, small row groups and part files',
    async ({ page }) => {
      await choose(page, 'A folder…', join(folder, 'parquet'));
      await noManifest(page).waitFor();
      await expectCurvesOf(page, raw);
    },
  );

  onePageTest('open when they are dropped on the page, with their manifest', async ({ page }) => {
    await page.getByRole('link', { name: 'Extract' }).click();
    await noManifest(page).waitFor();
    const paths = await filesBelow(join(folder, 'generated'));
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.id = 'dropped';
      document.body.append(input);
    });
    await page.locator('#dropped').setInputFiles(paths);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#dropped');
      const dataTransfer = new DataTransfer();
      for (const file of input?.files ?? []) dataTransfer.items.add(file);
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      input?.remove();
    });
    await noManifest(page).waitFor({ state: 'detached' });
    await expectCurvesOf(page, raw);
  });

  onePageTest('open as Arrow files and streams', async ({ page }) => {
    await choose(page, 'Files…', await filesBelow(join(folder, 'arrow')));
    await noManifest(page).waitFor();
    await expectCurvesOf(page, raw);
  });
});
