import type { Page } from 'playwright-core';

import { until } from './until';

export type Figure = 'molecular-response' | 'treatment-free-remission';

/** Opens the dashboard at a screen (`#/cohort?phase=CP`) and waits until the figures named stand drawn. */
export async function openDashboard(
  page: Page,
  screen = '#/cohort',
  figures: readonly Figure[] = ['molecular-response', 'treatment-free-remission'],
): Promise<void> {
  if (page.url() !== 'about:blank') {
    // A page that tests share: what was drawn before does not count.
    await page.goto('./#/extract');
    await page.evaluate(() => performance.clearMarks());
  }
  await page.goto(`./${screen}`);
  for (const figure of figures) await figureDrawn(page, figure);
}

/**
 * Waits until a figure has been drawn at least once, or at least once after the last change of the cohort, and
 * returns when that was, in milliseconds since the page began.
 */
export function figureDrawn(
  page: Page,
  figure: Figure,
  after: 'start' | 'change' = 'start',
): Promise<number> {
  return until(
    () =>
      page.evaluate(
        ([name, since]) => {
          const change = performance.getEntriesByName('cohort-change').at(-1);
          const drawn = performance.getEntriesByName(`figure-drawn:${name}`).at(-1);
          const from = since === 'change' ? change?.startTime : 0;
          return drawn !== undefined && from !== undefined && drawn.startTime > from ? drawn.startTime : 0;
        },
        [figure, after] as const,
      ),
    { what: `the figure ${figure} to be drawn`, timeoutMs: 60_000 },
  );
}

/** The screens of the navigation, as the end of an address (`#/cohort`). */
export async function screensOf(page: Page): Promise<readonly string[]> {
  const links = page.locator('nav a[href*="#/"]');
  const screens = await links.evaluateAll((all) =>
    all.map((link) => /#[^?]*/.exec(link.getAttribute('href') ?? '')?.[0] ?? ''),
  );
  if (screens.length < 4) throw new Error(`the navigation shows ${screens.length} screens`);
  return screens;
}
