import { exitRow as row, relapseSurvival as survivalOf } from '@tests/support/relapse-survival';
import { wordsFor } from '@tests/support/words-in';
import { endpointChart } from '@view/figures/endpoint-chart';
import { curvesOf, monthText } from '@view/figures/endpoint-words';
import { describe, expect, it } from 'vitest';

const [french, english] = [wordsFor('fr'), wordsFor('en')];
const free = { kind: 'free' } as const;

describe('what the cursor on a curve reads aloud', () => {
  const survival = survivalOf([row(400, 0, 49), row(1500, null, 51)]);
  const [women] = curvesOf(survival, free, english);
  if (women === undefined) throw new Error('no curve');

  // 0.51 times and over exp(1.96 √(49 / (100 × 51))).
  it('is the share with its limits and who is at risk, in both languages', () => {
    expect(monthText(women, 24, english)).toBe('Women: at 24 months 51% (42.1% to 61.8%), 51 at risk');
    const [femmes = women] = curvesOf(survival, free, french);
    expect(monthText(femmes, 24, french).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      'Femmes : à 24 mois 51 % (42,1 % à 61,8 %), 51 à risque',
    );
  });

  it('says where nobody is followed any more', () => {
    expect(monthText(women, 120, english)).toBe('Women: beyond follow-up at 120 months');
  });
});

describe('the figure of an endpoint', () => {
  it.each([
    ['nobody', []],
    ['one patient with the event', [row(30, 0, 1)]],
    ['no event', [row(30, null, 4)]],
    ['competing events alone', [row(30, 2, 4), row(90, 1, 1)]],
    ['thirty years', [row(30, 0, 4), row(10_950, null, 3, 'M')]],
  ] as const)('can be made as free of events and as incidence, at both widths: %s', (_what, rows) => {
    const survival = survivalOf(rows);
    for (const view of [free, { kind: 'incidence', cause: 1 } as const])
      for (const width of [1200, 390]) {
        const options = endpointChart(survival, english, { width, horizonMonths: 360, view });
        expect(options.width).toBe(width);
        expect(options.marks?.length).toBeGreaterThan(4);
      }
  });
});
