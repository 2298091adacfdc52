import { accessibilityViolations } from '@tests/support/accessibility';
import { onePageTest, screenshot } from '@tests/support/chromium';
import { until } from '@tests/support/until';
import { describe, expect } from 'vitest';

/** A screen's name for its picture, and its address. */
const screens = [
  ['cohort', '#/cohort?phase=CP&elts=low,intermediate'],
  ['comparison', '#/comparison?sex=F&p=shown'],
  ['patients', '#/patients?sex=F&sort=-tki_lines'],
  ['cohort-flow', '#/cohort?phase=CP&elts=low,intermediate&index=first_tki&view=flow'],
  ['molecular-response', '#/molecular-response'],
  ['milestones', '#/milestones?split=centre'],
  ['treatment-free-remission', '#/treatment-free-remission?curves=tki_duration'],
  ['early-predictors', '#/early-predictors'],
  ['deep-response', '#/deep-response'],
  ['eligibility', '#/eligibility'],
  ['survival', '#/survival?curves=elts'],
  ['survival-incidence', '#/survival?endpoint=drug-survival&show=incidence'],
  ['survival-response', '#/survival?endpoint=mmr-itt&curves=first_line'],
  ['survival-immortal', '#/survival?endpoint=overall-survival&curves=eln2020_12m'],
  ['models', '#/models?covariates=age:spline,sex,elts,tki_years_before_stop'],
  ['models-incidence', '#/models?endpoint=relapse&model=fine-gray'],
  ['practice-accrual', '#/practice'],
  ['practice-treatment', '#/practice?topic=treatment'],
  ['practice-monitoring', '#/practice?topic=monitoring&trend=elts'],
  ['practice-outcomes', '#/practice?topic=outcomes'],
  ['practice-safety', '#/practice?topic=safety'],
  ['practice-voice', '#/practice?topic=voice'],
  ['centres', '#/centres'],
  ['committee-report', '#/report'],
  ['exports', '#/exports'],
  ['extract', '#/extract'],
  ['privacy', '#/privacy'],
  ['quality', '#/quality?rules=all'],
  ['quality-completeness', '#/quality?quality=completeness'],
  ['quality-anonymity', '#/quality?quality=anonymity'],
  ['quality-earlier', '#/quality?quality=drift'],
] as const;
interface Size {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: 'fr' | 'en';
}

/**
 * Every screen at one size. Both languages and both themes, wide and narrow, each once with each other would take a screen
 * twice as long; the tables behind the charts are open where there is least room for them.
 */
export function testEveryScreen({ width, height, theme, language }: Size): void {
  describe(`at ${width} × ${height} px, ${theme}, ${language}`, () => {
    onePageTest.for(screens)('the screen %s passes axe-core and fits', async ([name, address], { page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}&theme=${theme}`);
      await until(
        () =>
          page.evaluate(
            ([wantedTheme, wantedLanguage]) =>
              document.documentElement.dataset.theme === wantedTheme &&
              document.documentElement.lang === wantedLanguage &&
              document.querySelector(
                'figure svg[role=img], main table, main input[type=checkbox], main #drift',
              ) !== null &&
              document.querySelector('main [aria-busy=true]') === null &&
              !/Computing…|Calcul en cours…/.test(document.querySelector('main')?.textContent ?? ''),
            [theme, language] as const,
          ),
        { what: `the screen stands, ${theme}, ${language}`, timeoutMs: 100_000 },
      );
      const values = page.getByRole('button', {
        name: /Voir les valeurs|Show the values/,
        expanded: false,
      });
      while (width < 1000 && (await values.count()) > 0) await values.first().click();
      const uncoded = page.locator('main figure').filter({
        hasNot: page.getByRole('button', { name: /Voir le code|Show the code/ }),
      });
      // The report is frozen: what it holds is computed again by `npm run replay`.
      if (name !== 'committee-report') expect(await uncoded.allTextContents()).toEqual([]);
      await screenshot(page, `${name}-${width}-${theme}`);
      expect(await accessibilityViolations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}
