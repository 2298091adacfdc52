import type { Page } from 'playwright-core';
import { until } from './until';

/** Waits until a figure is drawn and no newer answer is on its way. */
export async function figureStands(page: Page, title: string | RegExp): Promise<void> {
  const figure = page.getByRole('figure', { name: title });
  await until(
    async () =>
      (await figure.locator('svg[role=img]').count()) > 0 &&
      (await figure.getAttribute('aria-busy')) === 'false',
    // The first one of a page waits for the engine, which takes its time on a busy machine.
    { what: `the figure ${title} stands`, timeoutMs: 90_000 },
  );
}

/** Opens the values of a figure and reads its table, header row first. */
export async function valuesOf(page: Page, title: string | RegExp): Promise<readonly (readonly string[])[]> {
  const figure = page.getByRole('figure', { name: title });
  const button = figure.getByRole('button', { name: /Show the values|Voir les valeurs/ });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  const table = figure.getByRole('table', { name: /Values of the figure|Valeurs de la figure/ });
  await table.waitFor();
  return table.evaluate((element) =>
    Array.from((element as HTMLTableElement).rows, (row) =>
      Array.from(row.cells, (cell) => cell.textContent ?? ''),
    ),
  );
}

/** Reads a table by its caption, header row first. */
export async function tableOf(page: Page, caption: RegExp): Promise<readonly (readonly string[])[]> {
  const table = page.getByRole('table', { name: caption });
  await table.waitFor();
  return table.evaluate((element) =>
    Array.from((element as HTMLTableElement).rows, (row) =>
      Array.from(row.cells, (cell) => cell.textContent ?? ''),
    ),
  );
}

/** A line of text in a picture: its words from left to right, and where each stands. */
export interface PictureLine {
  readonly words: readonly string[];
  /** Middle of each word, in pixels from the left of the window. */
  readonly middles: readonly number[];
}

/** The words that stand in the picture of a figure, line by line from top to bottom. */
export async function linesOf(page: Page, title: string | RegExp): Promise<readonly PictureLine[]> {
  const picture = page.getByRole('figure', { name: title }).locator('svg[role=img]');
  const placed = await picture.evaluate((element) =>
    Array.from(element.querySelectorAll('text'), (text) => {
      const box = text.getBoundingClientRect();
      return {
        word: text.textContent ?? '',
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
      };
    }),
  );
  const lines: { y: number; all: typeof placed }[] = [];
  for (const one of placed.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line !== undefined && one.y - line.y < 4) line.all.push(one);
    else lines.push({ y: one.y, all: [one] });
  }
  return lines.map(({ all }) => {
    const sorted = all.toSorted((a, b) => a.x - b.x);
    return { words: sorted.map(({ word }) => word), middles: sorted.map(({ x }) => x) };
  });
}

/** The last number of a count such as "1,012 patients out of 2,000", and the one before it. */
export function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d[\d,.\s]*/g)].map(([digits]) => Number(digits.replace(/[^\d]/g, '')));
}
