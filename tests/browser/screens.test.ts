import { accessibilityViolations } from '@tests/support/accessibility';
import { browserTest, screenshot } from '@tests/support/chromium';
import { until } from '@tests/support/until';
import { describe, expect } from 'vitest';

const screens = [
  ['cohort', '#/cohort?phase=CP&elts=low,intermediate'],
  ['comparison', '#/comparison?sex=F&p=shown'],
  ['patients', '#/patients?sex=F&sort=-tki_lines'],
  ['cohort-flow', '#/cohort?phase=CP&elts=low,intermediate&index=first_tki&view=flow'],
  ['molecular-response', '#/molecular-response'],
  ['treatment-free-remission', '#/treatment-free-remission?by=tki_duration'],
  ['extract', '#/extract'],
] as const;
const sizes = [
  [1440, 1000],
  [390, 844],
] as const;

describe.each(screens)('the screen %s', (name, address) => {
  for (const [width, height] of sizes) {
    for (const [theme, language] of [
      ['light', 'fr'],
      ['dark', 'en'],
    ] as const) {
      browserTest(`passes axe-core and fits ${width} px, ${theme}, ${language}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}&theme=${theme}`);
        await until(
          () =>
            page.evaluate(
              () =>
                document.querySelector('figure svg[role=img], main table') !== null &&
                !/Computing…|Calcul en cours…/.test(document.querySelector('main')?.textContent ?? ''),
            ),
          {
            what: 'the screen stands',
          },
        );
        for (const button of await page
          .getByRole('button', { name: /Voir les valeurs|Show the values/ })
          .all()) {
          await button.click();
        }
        await screenshot(page, `${name}-${width}-${theme}`);
        expect(await accessibilityViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
});
