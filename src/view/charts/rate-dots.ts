import type { AdverseEventRate } from '@core/analyses/adverse-event-rates';
import type { PoissonRate } from '@core/statistics/proportions/exact-poisson';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

export interface RateDotsWords extends FigureWords {
  readonly x: string;
  readonly any: string;
  readonly severe: string;
  readonly drug: (rate: AdverseEventRate) => string;
  readonly time: (rate: AdverseEventRate) => string;
  readonly tip: (rate: AdverseEventRate, of: RateKind) => string;
}

export type RateKind = 'any' | 'severe';

interface Dot {
  readonly of: AdverseEventRate;
  readonly kind: RateKind;
  readonly rate: PoissonRate;
  readonly value: number;
}

const rowHeight = 48;
const shift: Readonly<Record<RateKind, number>> = { any: -7, severe: 9 };

export const rateDotsHeight = (drugs: number): number => Math.max(1, drugs) * rowHeight + 76;

/** Rates per drug with their intervals: filled for events of any grade, hollow for the severe ones. */
export function rateDots(
  rates: readonly AdverseEventRate[],
  words: RateDotsWords,
  width: number,
): Plot.PlotOptions {
  const marginLeft = width < 520 ? 120 : 190;
  const dots = rates.flatMap((of) =>
    (['any', 'severe'] as const).flatMap((kind): Dot[] => {
      const rate = of[kind];
      return rate.estimate === null ? [] : [{ of, kind, rate, value: rate.estimate }];
    }),
  );
  const most = Math.max(1, ...dots.map(({ value }) => value * 1.6));
  const end = ({ rate }: Dot) => Math.min(most, rate.interval?.upper ?? most);
  return {
    width,
    height: rateDotsHeight(rates.length),
    marginLeft,
    marginRight: 20,
    marginTop: 26,
    marginBottom: 50,
    x: { domain: [0, most], label: null },
    y: { domain: rates.map(({ drug }) => drug), type: 'band', axis: null },
    marks: [
      Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX({ tickFormat: (rate: number) => words.number(rate), tickSize: 4, label: null, ticks: 6 }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 40, fontWeight: 600 }),
      Plot.text([`● ${words.any}   ○ ${words.severe}`], {
        frameAnchor: 'top-left',
        dy: -22,
        fontWeight: 600,
      }),
      ...[
        { text: words.drug, dy: -8, fontWeight: 600, fill: 'var(--ink)' },
        { text: words.time, dy: 9, fontWeight: 400, fill: 'var(--ink-faint)' },
      ].map(({ text, ...look }) =>
        Plot.text(rates, {
          y: 'drug',
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          text,
          lineWidth: (marginLeft - 16) / 12,
          textOverflow: 'ellipsis',
          ...look,
        }),
      ),
      ...(['any', 'severe'] as const).flatMap((kind) => {
        const some = dots.filter((dot) => dot.kind === kind);
        const colour = kind === 'any' ? 'var(--series-1)' : 'var(--series-2)';
        const y = ({ of }: Dot) => of.drug;
        return [
          Plot.ruleY(some, {
            y,
            x1: ({ rate }: Dot) => rate.interval?.lower ?? 0,
            x2: end,
            dy: shift[kind],
            stroke: colour,
            strokeWidth: 1.75,
          }),
          Plot.dot(some, {
            y,
            x: 'value',
            dy: shift[kind],
            r: 4,
            stroke: colour,
            strokeWidth: 2,
            fill: kind === 'any' ? colour : 'var(--surface)',
          }),
        ];
      }),
      Plot.tip(
        dots,
        Plot.pointer({
          x: 'value',
          y: ({ of }: Dot) => of.drug,
          title: ({ of, kind }: Dot) => words.tip(of, kind),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}
