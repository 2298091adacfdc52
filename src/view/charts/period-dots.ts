import type { OutcomeOfPeriod } from '@core/analyses/outcome-periods';
import type { Estimate } from '@core/statistics/survival/estimate';
import * as Plot from '@observablehq/plot';
import { shareAxis } from './axis-marks';
import type { FigureWords } from './figure-words';

export type PeriodValue = 'crude' | 'adjusted';

export interface PeriodDotsWords extends FigureWords {
  readonly crude: string;
  readonly adjusted: string;
  readonly period: (period: OutcomeOfPeriod) => string;
  readonly patients: (period: OutcomeOfPeriod) => string;
  /** Why a period has no point. */
  readonly unread: (period: OutcomeOfPeriod) => string;
  readonly tip: (period: OutcomeOfPeriod, value: PeriodValue) => string;
}

interface Dot {
  readonly of: OutcomeOfPeriod;
  readonly value: PeriodValue;
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
}

export const periodDotsHeight = 320;
const shift: Readonly<Record<PeriodValue, number>> = { crude: -7, adjusted: 7 };

/** Probabilities by calendar period with their intervals: hollow as observed, filled as standardised. */
export function periodDots(
  periods: readonly OutcomeOfPeriod[],
  words: PeriodDotsWords,
  width: number,
): Plot.PlotOptions {
  const dots = periods.flatMap((of) =>
    (['crude', 'adjusted'] as const).flatMap((value) => dotOf(of, value, of[value])),
  );
  const x = ({ of }: Dot) => of.from;
  const text = (
    of: (period: OutcomeOfPeriod) => string,
    look: { readonly dy: number; readonly fill: string; readonly fontWeight: number },
  ) => Plot.text(periods, { x: 'from', frameAnchor: 'bottom', text: of, lineWidth: lineWidth, ...look });
  const lineWidth = Math.max(4, (width - 60) / Math.max(1, periods.length) / 9);
  return {
    width,
    height: periodDotsHeight,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 34,
    marginBottom: 48,
    x: { type: 'band', domain: periods.map(({ from }) => from), axis: null },
    y: { domain: [0, 1], label: null },
    marks: [
      ...shareAxis(words),
      Plot.text([`● ${words.adjusted}   ○ ${words.crude}`], {
        frameAnchor: 'top-left',
        dy: -22,
        fontWeight: 600,
      }),
      text(words.period, { dy: 16, fill: 'var(--ink)', fontWeight: 600 }),
      text(words.patients, { dy: 34, fill: 'var(--ink-faint)', fontWeight: 400 }),
      Plot.text(
        periods.filter(({ unread }) => unread !== null),
        {
          x: 'from',
          y: 0.375,
          text: width < 620 ? () => '–' : words.unread,
          lineWidth,
          fill: 'var(--ink-faint)',
        },
      ),
      ...(['crude', 'adjusted'] as const).flatMap((value) => {
        const some = dots.filter((dot) => dot.value === value);
        const colour = value === 'adjusted' ? 'var(--series-1)' : 'var(--ink-soft)';
        return [
          Plot.ruleX(some, {
            x,
            y1: 'lower',
            y2: 'upper',
            stroke: colour,
            strokeWidth: 1.5,
            dx: shift[value],
          }),
          Plot.dot(some, {
            x,
            y: 'at',
            r: 4.5,
            stroke: colour,
            strokeWidth: 1.75,
            fill: value === 'adjusted' ? colour : 'var(--surface)',
            dx: shift[value],
          }),
        ];
      }),
      Plot.tip(
        dots,
        Plot.pointer({
          x,
          y: 'at',
          title: ({ of, value }: Dot) => words.tip(of, value),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function dotOf(of: OutcomeOfPeriod, value: PeriodValue, estimate: Estimate | null): readonly Dot[] {
  if (estimate?.estimate == null) return [];
  const at = estimate.estimate;
  return [{ of, value, at, lower: estimate.interval?.lower ?? at, upper: estimate.interval?.upper ?? at }];
}
