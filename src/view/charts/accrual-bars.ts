import { type AccrualYear, type InclusionDelay, inclusionDelays } from '@core/analyses/accrual';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import type { BandLook } from './stacked-bars';

export interface AccrualWords extends FigureWords {
  readonly y: string;
  readonly tip: (year: AccrualYear) => string;
}

const mixed = (share: number): string =>
  share === 100 ? 'var(--series-1)' : `color-mix(in srgb, var(--series-1) ${share}%, var(--surface))`;

/** The sooner after the diagnosis, the darker; prevalent cases in another colour. */
export const delayLook: Readonly<Record<InclusionDelay, BandLook>> = {
  month: { fill: mixed(100), ink: 'var(--surface)' },
  quarter: { fill: mixed(65), ink: 'var(--ink)' },
  half_year: { fill: mixed(35), ink: 'var(--ink)' },
  year: { fill: 'color-mix(in srgb, var(--series-2) 45%, var(--surface))', ink: 'var(--ink)' },
  later: { fill: 'var(--series-2)', ink: 'var(--surface)' },
};

interface Segment {
  readonly of: AccrualYear;
  readonly delay: InclusionDelay;
  readonly from: number;
  readonly to: number;
}

export const accrualHeight = 300;

/** Patients included per year, stacked by the delay after the diagnosis; an unfinished year is faint. */
export function accrualBars(
  years: readonly AccrualYear[],
  words: AccrualWords,
  width: number,
): Plot.PlotOptions {
  const marginLeft = 52;
  const barWidth = (width - marginLeft - 12) / Math.max(1, years.length);
  const every = [1, 2, 3, 5, 10].find((step) => barWidth * step >= 34) ?? 10;
  const last = years.at(-1)?.year ?? 0;
  return {
    width,
    height: accrualHeight,
    marginLeft,
    marginRight: 12,
    marginTop: 30,
    marginBottom: 28,
    x: { type: 'band', domain: years.map(({ year }) => year), padding: 0.12, label: null },
    y: { grid: true, label: null, nice: true },
    marks: [
      Plot.axisY({ tickFormat: (size: number) => words.number(size), tickSize: 0, label: null, ticks: 5 }),
      Plot.axisX(
        years.map(({ year }) => year).filter((year) => (last - year) % every === 0),
        { tickFormat: (year: number) => String(year), tickSize: 4, label: null },
      ),
      Plot.text([words.y], {
        frameAnchor: 'top-left',
        dx: -marginLeft + 4,
        dy: -20,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      Plot.barY(years.flatMap(segmentsOf), {
        x: ({ of }: Segment) => of.year,
        y1: 'from',
        y2: 'to',
        fill: ({ delay }: Segment) => delayLook[delay].fill,
        fillOpacity: ({ of }: Segment) => (of.unfinished ? 0.5 : 1),
        stroke: 'var(--surface)',
        strokeWidth: 0.75,
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.tip(
        years,
        Plot.pointerX({
          x: 'year',
          y: 'patients',
          title: words.tip,
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function segmentsOf(of: AccrualYear): readonly Segment[] {
  let before = 0;
  return inclusionDelays.flatMap((delay) => {
    const from = before;
    before += of.delays[delay];
    return of.delays[delay] === 0 ? [] : { of, delay, from, to: before };
  });
}
