import type { Page } from 'playwright-core';
import { until } from './until';

/** Waits until a figure is drawn and no newer answer is on its way. */
export async function figureStands(page: Page, title: string | RegExp): Promise<void> {
  const figure = page.getByRole('figure', { name: title });
  await until(
    async () =>
      (await figure.locator('svg[role=img]').count()) === 1 &&
      (await figure.getAttribute('aria-busy')) === 'false',
    { what: `the figure ${title} stands` },
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

/** The last number of a count such as "1,012 patients out of 2,000", and the one before it. */
export function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d[\d,.\s]*/g)].map(([digits]) => Number(digits.replace(/[^\d]/g, '')));
}
