import { RandomSource } from '@commands/generate/random-source';
import { shownTest } from '@core/analyses/shown-test';
import { exitRow as row, relapseSurvival as survivalOf } from '@tests/support/relapse-survival';
import { wordsFor } from '@tests/support/words-in';
import { differencesText, endpointEstimates } from '@view/figures/endpoint-estimates';
import type { EndpointView } from '@view/figures/endpoint-words';
import { describe, expect, it } from 'vitest';

const words = wordsFor('en');
const views: readonly EndpointView[] = [{ kind: 'free' }, { kind: 'incidence', cause: 1 }];
const causeOf = (view: EndpointView) => (view.kind === 'free' ? null : view.cause);

describe('a p-value', () => {
  it.each(views)('stands beside the difference and its interval: $kind', (view) => {
    // Half of 100 women at day 400, a quarter of 100 men: 25 points more or less, from 25 − 1.96 · √(0.25/100 + 0.1875/100) on.
    const survival = survivalOf([
      row(400, 0, 50, 'F'),
      row(1900, null, 50, 'F'),
      row(400, 0, 25, 'M'),
      row(1900, null, 75, 'M'),
    ]);
    expect(shownTest(survival, causeOf(view))?.pValue).toBeLessThan(0.001);
    const sign = view.kind === 'free' ? '' : '-';
    const limits = view.kind === 'free' ? '12.0 to 38.0' : '-38.0 to -12.0';
    expect(differencesText(survival, view, words).replaceAll('−', '-')).toMatch(
      new RegExp(`Men ${sign}25\\.0 \\(${limits}\\) at \\d+ months\\.$`),
    );
  });

  it('never stands alone, whatever the exits', () => {
    const dice = new RandomSource(27, 11);
    const random = () => dice.uniform();
    let shown = 0;
    for (let turn = 0; turn < 300; turn++) {
      const rows = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
        row(
          Math.floor(random() * 1500),
          random() < 0.5 ? null : Math.floor(random() * 3),
          1 + Math.floor(random() * 3),
          random() < 0.5 ? 'F' : 'M',
        ),
      );
      const survival = survivalOf(rows);
      for (const view of views) {
        const test = shownTest(survival, causeOf(view));
        if (test === null) continue;
        shown += 1;
        expect(differencesText(survival, view, words)).toMatch(/\(.*\d.* to .*\d.*\)/);
        const texts = endpointEstimates(survival, words, view).at(-1)?.rows.flatMap(Object.values) ?? [];
        expect(texts.some((text) => /\d.* \(.*\d.* to .*\d.*\)/.test(text))).toBe(true);
      }
    }
    expect(shown).toBeGreaterThan(50);
  });

  it('of groups between which no difference can be told is not shown', () => {
    const survival = survivalOf([row(30, 0, 1, 'F'), row(40, null, 3, 'M')]);
    expect(survival.logRank?.pValue).toBeTypeOf('number');
    expect(differencesText(survival, { kind: 'free' }, words)).toBe('');
    expect(shownTest(survival, null)).toBeNull();
  });
});
