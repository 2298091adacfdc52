import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest } from '@tests/support/chromium';
import { figureStands, tableOf, valuesOf } from '@tests/support/shown-table';
import { describe, expect } from 'vitest';

const figure = /^ROC curves/;

describe('early predictors', () => {
  onePageTest('count each marker on the patients in whom it and the outcome are known', async ({ page }) => {
    await page.goto('#/early-predictors?lang=en');
    await page.getByRole('figure', { name: figure }).waitFor({ timeout: 90_000 });
    await figureStands(page, figure);
    const [, ...markers] = await tableOf(page, /^AUC/);
    const number = (text = '') => Number(text.replaceAll(',', ''));
    expect(markers.length).toBe(8);
    for (const cells of markers) {
      expect(number(cells[2]) + number(cells[3])).toBe(number(cells[1]));
      expect(cells[4]).toMatch(/^0\.\d{3} \(0\.\d{3} to 0\.\d{3}\)$/);
    }
    const steps = (await valuesOf(page, figure)).slice(1);
    expect(steps.at(0)?.slice(2)).toEqual(['100.0%', '0.0%']);
    expect(steps.at(-1)?.slice(2)).toEqual(['0.0%', '100.0%']);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  onePageTest('give the cut-off its interval when it is asked for, and can be stopped', async ({ page }) => {
    await page.goto('#/early-predictors?lang=en&depth=MR4.5');
    await figureStands(page, figure);
    const ask = page.getByRole('button', { name: /^Compute/ });
    await ask.click();
    await page.getByRole('button', { name: /^(Stop|Cancel)/ }).click();
    await ask.click();
    const answer = page.getByText(/^Cut-off .*, interval .* to .* \(bootstrap percentiles/);
    await answer.waitFor({ timeout: 60_000 });
    expect(await answer.textContent()).toContain('2,000 resamples');
  });
});
