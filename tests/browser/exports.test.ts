import { readFile } from 'node:fs/promises';
import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest } from '@tests/support/chromium';
import { readRawExtract } from '@tests/support/raw-extract';
import { figureStands } from '@tests/support/shown-table';
import { until } from '@tests/support/until';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

const euroSki = /^Molecular-recurrence-free survival/;
const names = [
  'caption.en.txt',
  'caption.fr.txt',
  'figure.png',
  'figure.svg',
  'manifest.json',
  'numbers.csv',
  'numbers.html',
  'script.R',
];

async function prepare(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await figureStands(page, euroSki);
  const panel = page.getByRole('button', { name: 'Export this figure' });
  // On a page that was here before it may stand open, and it comes after the picture.
  await until(
    async () => {
      const expanded = await panel.getAttribute('aria-expanded');
      if (expanded === 'false') await panel.click();
      return expanded === 'true';
    },
    { what: 'the panel of exports is open', timeoutMs: 30_000 },
  );
}

async function exported(page: Page) {
  const waiting = page.waitForEvent('download');
  const button = page.getByRole('button', { name: 'Prepare the export' });
  await button.press('Enter');
  const download = await waiting;
  // The keyboard stays where it was.
  await until(() => button.evaluate((element) => element === document.activeElement), {
    what: 'the button has the focus',
  });
  const path = await download.path();
  return { path, name: download.suggestedFilename(), files: unzipSync(await readFile(path)) };
}

interface Told {
  readonly eventFree: number;
  readonly lower: number;
  readonly upper: number;
}

/** The kinds of parts that a PNG is made of, in their order, each once. */
function pngParts(png: Uint8Array): readonly string[] {
  expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const kinds: string[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + view.getUint32(at))
    kinds.push(strFromU8(png.slice(at + 4, at + 8)));
  return [...new Set(kinds)];
}

/** Every number that stands in a text, exponents and all. */
const numbersIn = (text: string) =>
  [...text.matchAll(/(?<![\w.#-])-?\d+(?:\.\d+)?(?![\w.])/g)].map(([number]) => Number(number));

describe('the export of a figure', () => {
  onePageTest('is one ZIP of released numbers, with its picture, words and script', async ({ page }) => {
    await prepare(page, '#/survival?lang=en');
    const { name, files } = await exported(page);
    expect(name).toMatch(/^EXPORT-A-VALIDER_.*\.zip$/);
    expect(Object.keys(files).sort()).toEqual(names);
    const text = (file: string) => strFromU8(files[file] ?? new Uint8Array());
    const manifest = JSON.parse(text('manifest.json'));
    const [curve] = manifest.results.curves;
    // Every count is a middle of a class, of those still at risk a difference of middles: none from 1 to 10.
    for (const step of curve.steps) {
      for (const count of [step.atRisk, step.censored, ...step.events]) {
        expect(count === 0 || count >= 11).toBe(true);
      }
      expect(step.month % 3).toBe(0);
    }
    expect(manifest.policyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(manifest.policy.threshold).toBe(11);
    // The picture: no words that are not drawn, nothing that names what it was made of, the printed size.
    const svg = text('figure.svg');
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/<title|<desc|<style|data-|aria-|class=|var\(|url\(|href/);
    const drawnCounts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, label]) => label ?? '')
      .filter((label) => /^\d+$/.test(label));
    const counts = new Set<number>([0, curve.patients]);
    let [events, censored] = [0, 0];
    for (const step of curve.steps) {
      events += step.events[0];
      censored += step.censored;
      for (const count of [step.atRisk, step.atRisk - step.events[0] - step.censored, events, censored])
        counts.add(count);
    }
    // Months, and percentages.
    const ticks = new Set([...Array.from({ length: 60 }, (_, k) => 6 * k), 25, 50, 75, 100]);
    const others = drawnCounts.map(Number).filter((label) => !counts.has(label) && !ticks.has(label));
    expect(others).toEqual([]);
    // What is drawn is what is told, to the hundredth of a pixel: at its months, at its probabilities, nowhere else.
    const end = Math.max(12, Math.ceil(curve.steps.at(-1).month / 12) * 12);
    const xs = [0, ...curve.steps.map(({ month }: { month: number }) => month)].map(
      (month) => 92 + (month / end) * (960 - 92 - 16),
    );
    const ys = [1, ...curve.steps.flatMap((step: Told) => [step.eventFree, step.lower, step.upper])].map(
      (share) => 30 + (1 - share) * 270,
    );
    const isAmong = (values: readonly number[], value: number) =>
      values.some((one) => Math.abs(one - value) < 0.03);
    const lines = [...svg.matchAll(/ d="(M[^"]{60,})"/g)].map(([, path]) => path ?? '');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    const points = [...lines.join('').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)];
    expect(points.length).toBeGreaterThan(4 * curve.steps.length);
    for (const [, x, y] of points)
      expect([isAmong(xs, Number(x)), isAmong(ys, Number(y))]).toEqual([true, true]);
    // The bitmap is pixels alone: no text, no time, no profile.
    expect(pngParts(files['figure.png'] ?? new Uint8Array())).toEqual(['IHDR', 'IDAT', 'IEND']);
    // The numbers of the table are those of the manifest, and the caption names the rules in both languages.
    const rows = text('numbers.csv').trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(curve.steps.length);
    expect(rows[0]?.split(',').slice(1, 4).map(Number)).toEqual([
      curve.steps[0].month,
      curve.steps[0].atRisk,
      curve.steps[0].events[0],
    ]);
    expect(text('caption.fr.txt')).toMatch(/Kaplan-Meier.*Diffusion\s: .*11\spatients/s);
    expect(text('caption.en.txt')).toMatch(/Kaplan-Meier.*Disclosure control: .*11\spatients/s);
    // How much was looked at leaves with it.
    expect(text('caption.en.txt')).toMatch(/^Looked at in this session/m);
    const patients = /patients = c\(([^)]*)\)/.exec(text('script.R'))?.[1] ?? '';
    expect(numbersIn(patients).every((count) => count >= 11)).toBe(true);
    // No pseudonym anywhere.
    for (const file of names.filter((one) => one !== 'figure.png')) {
      expect(text(file)).not.toMatch(/\bP\d{5,}\b/);
    }
    await page.getByText('Export prepared: 8 files. It is among your downloads.').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest(
    'leaves by one way whatever the figure: bars, flows, areas, quantiles, histograms',
    async ({ page }) => {
      const screens = [
        ['#/milestones?lang=en', /^Molecular response at the milestones/],
        ['#/milestones?lang=en', /^From one milestone to the next/],
        ['#/molecular-response?lang=en', /^BCR::ABL1 since/],
        ['#/deep-response?lang=en', /^Current depth of response/],
        ['#/deep-response?lang=en', /^Mutations of the ABL1/],
        ['#/practice?lang=en&topic=treatment', /^First TKI by year/],
        ['#/practice?lang=en&topic=treatment', /^Treatment pathways/],
        ['#/practice?lang=en&topic=safety', /^Adverse events/],
        ['#/eligibility?lang=en', /^From treatment to a stop/],
      ] as const;
      for (const [address, title] of screens) {
        await page.goto(address);
        await figureStands(page, title);
        const figure = page.getByRole('figure', { name: title });
        await figure.getByRole('button', { name: 'Export this figure' }).click();
        const waiting = page.waitForEvent('download');
        await figure.getByRole('button', { name: 'Prepare the export' }).click();
        const download = await waiting;
        const files = unzipSync(await readFile(await download.path()));
        expect(Object.keys(files).sort()).toEqual(names);
        const text = (file: string) => strFromU8(files[file] ?? new Uint8Array());
        const { results, analysis } = JSON.parse(text('manifest.json'));
        expect(analysis.analysis).toBe('figure');
        const counts = [...JSON.stringify(results).matchAll(/"patients":(\d+)/g)].map(([, n]) => Number(n));
        expect(counts.length).toBeGreaterThan(3);
        expect(counts.filter((count) => count > 0 && count < 15)).toEqual([]);
        const svg = text('figure.svg');
        expect(svg).toMatch(/^<svg /);
        expect(svg).not.toMatch(/<title|<desc|<style|data-|aria-|class=|var\(|url\((?!&quot;#|#)|href/);
        // What is written is not rounded as coordinates are: 0.001 % stays a decade of the axis.
        if (analysis.figure === 'response') expect(svg).toContain('>0.001<');
        // Counts that are written in the picture are those of the manifest.
        const drawn = [...svg.matchAll(/>([\d,]+) patients</g)].map(([, n]) =>
          Number(n?.replaceAll(',', '')),
        );
        expect(drawn.filter((count) => !counts.includes(count))).toEqual([]);
        for (const file of names.filter((one) => one !== 'figure.png'))
          expect(text(file)).not.toMatch(/\bP\d{5,}\b/);
      }
      expect(await accessibilityViolations(page)).toEqual([]);
    },
  );

  onePageTest(
    'is refused beside one whose patients differ by a few, and listed with the reason',
    async ({ page }) => {
      const raw = await readRawExtract('public/extract');
      const ages = raw.patient
        .filter(({ sex }) => sex === 'F')
        .map(({ age_at_diagnosis_years: age }) => age)
        .sort((a, b) => b - a);
      // The age that leaves out the oldest few.
      const oldest = ages.find((age) => age < (ages[0] ?? 0)) ?? 0;
      const few = ages.filter((age) => age > oldest).length;
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThan(11);
      await prepare(page, '#/survival?lang=en&sex=F');
      await exported(page);
      await prepare(page, `#/survival?lang=en&sex=F&age=..${oldest}`);
      await page.getByRole('button', { name: 'Prepare the export' }).click();
      await page.getByText('This export is refused').waitFor();
      // The same cohort again is no danger, and so is one that is far from it.
      await prepare(page, '#/survival?lang=en&sex=F');
      await exported(page);
      await page.goto('#/exports?lang=en');
      const ledger = page.getByRole('region', { name: 'Exports of this session' }).last();
      expect(await ledger.getByText(/^prepared: .*manifest\.json/).count()).toBeGreaterThanOrEqual(2);
      expect(await ledger.getByText(/^refused\. Its patients differ by a few only/).count()).toBe(1);
    },
  );

  onePageTest(
    'replays on the same extract with every number the same, and names what is wrong',
    async ({ page, visit }) => {
      visit.watch.expectSelfCheck();
      await prepare(page, '#/survival?lang=en');
      const { path, files } = await exported(page);
      await page.goto('#/exports?lang=en');
      const open = async (payload: string | { name: string; mimeType: string; buffer: Buffer }) => {
        const waiting = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Choose a file' }).click();
        await (await waiting).setFiles(payload);
      };
      await open(path);
      await page
        .getByText(/^\d+ numbers are the same, 0 have changed, 0 cannot be computed, 0 are new\.$/)
        .waitFor();
      await page.getByText('The export was made on this extract.').waitFor();
      // The same extract again, as the earlier one: nobody entered, nobody left.
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'A folder…' }).click();
      await (await choosing).setFiles('public/extract');
      await page.getByText('Entered and left since the extract of the export.').waitFor({ timeout: 60_000 });
      for (const name of ['Entered', 'Left', 'Stayed'])
        await page.getByRole('columnheader', { name }).waitFor();
      const turnover = await page
        .getByRole('row', { name: /curves\.all\.patients/ })
        .getByRole('cell')
        .allTextContents();
      expect(turnover.slice(-3, -1)).toEqual(['0', '0']);
      expect(turnover.at(-1)).toMatch(/^[\d,]+[05]$/);
      const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
      const altered = JSON.parse(manifest);
      altered.results.curves[0].steps[0].eventFree = 0.5;
      const asFile = (name: string, text: string) => ({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await open(asFile('altered.json', JSON.stringify(altered)));
      await page.getByText(/, 1 has changed, 0 cannot be computed, 0 are new\.$/).waitFor();
      await page.getByText('Only what has changed').click();
      await page.getByText('curves.all.steps.3.eventFree').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await open(asFile('weak.json', manifest.replace('"threshold": 11', '"threshold": 3')));
      await page.getByText('weak.json was not read').waitFor();
      await page.getByText(/policy\.threshold/).waitFor();
      await open(asFile('text.json', 'no json'));
      await page.getByText('The manifest is not JSON.').waitFor();
    },
  );

  onePageTest(
    'of an indicator is a bundle of released counts, and none for what counts samples',
    async ({ page }) => {
      await page.goto('#/practice?lang=en&topic=monitoring');
      const panels = page.getByRole('button', { name: 'Export this figure', expanded: false });
      // The waits, and the six of the nine indicators of the topic that count patients.
      await panels.nth(6).waitFor();
      expect(await panels.count()).toBe(7);
      await panels.nth(1).click();
      const { files } = await exported(page);
      expect(Object.keys(files).sort()).toEqual(names);
      const text = strFromU8(files['numbers.csv'] ?? new Uint8Array());
      const cells = text
        .trim()
        .split('\r\n')
        .slice(1)
        .flatMap((line) => [line.split(',')[1] ?? '', line.split(',')[3] ?? '']);
      expect(cells.length).toBeGreaterThan(40);
      for (const cell of cells) expect(cell).toMatch(/^(0|\d+[05]|<\s11|not\sshown)$/);
      await page.goto('#/exports?lang=en');
      await page
        .getByText(/^prepared: .*manifest\.json/)
        .first()
        .waitFor();
    },
  );

  onePageTest('is stricter in a session whose user asks for it', async ({ page }) => {
    await page.goto('#/exports?lang=en');
    await page.getByRole('button', { name: /In this session, no count under/ }).click();
    await page.getByRole('option', { name: '20 patients' }).click();
    await page.getByRole('table', { name: 'Policy in force' }).getByText('21').waitFor();
    await prepare(page, '#/survival?lang=en');
    const { files } = await exported(page);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest.policy).toMatchObject({ threshold: 20, survivalBase: 21, curveEvents: 20 });
    for (const step of manifest.results.curves[0].steps) expect(step.atRisk).toBeGreaterThanOrEqual(20);
  });
});

describe('the policy that is served', () => {
  const served = async (page: Page, body: string, address: string) => {
    await page.route('**/policy/disclosure.json', (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
    await page.goto(address);
    await page.reload();
  };

  onePageTest('takes single patients off the screens where it says so', async ({ page }) => {
    const policy = await readFile('public/policy/disclosure.json', 'utf8');
    await served(
      page,
      policy.replace('"individualPlots": "screen"', '"individualPlots": "off"'),
      '#/patients?lang=en',
    );
    await page.getByText(/does not allow single patients to be shown/).waitFor({ timeout: 60_000 });
    await page.goto('#/molecular-response?lang=en');
    await page.getByRole('figure').nth(0).waitFor();
    expect(await page.getByRole('switch', { name: 'Trajectories' }).count()).toBe(0);
    // The script of a figure holds the day on which each patient left.
    await page.goto('#/survival?lang=en');
    await figureStands(page, euroSki);
    await page.getByRole('button', { name: 'Export this figure' }).waitFor();
    expect(await page.getByRole('button', { name: 'R script of the figure' }).count()).toBe(0);
    await page.goto('#/workbench?lang=en');
    await page.getByText('The policy of disclosure does not allow rows to be shown.').waitFor();
    await page.goto('notebooks/01-what-is-in-the-extract.html');
    await page.getByText(/a notebook can show some, so it reads nothing/).waitFor({ timeout: 60_000 });
    await page.unrouteAll();
  });

  onePageTest('lets nothing leave where it cannot be used, and says where it is wrong', async ({ page }) => {
    const policy = await readFile('public/policy/disclosure.json', 'utf8');
    await served(page, policy.replace('"threshold": 11', '"threshold": 5'), '#/survival?lang=en');
    await prepare(page, '#/survival?lang=en');
    await page
      .getByText(
        'Nothing leaves: the policy file served with the app cannot be used (at threshold, expected:',
      )
      .waitFor({ timeout: 60_000 });
    expect(await page.getByRole('button', { name: 'Prepare the export' }).count()).toBe(0);
    await page.unrouteAll();
  });
});
