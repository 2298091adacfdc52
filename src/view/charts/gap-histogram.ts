import type { GapBin } from '@core/analyses/visit-gaps';
import * as Plot from '@observablehq/plot';
import { axisTitles } from './axis-marks';
import type { FigureWords } from './figure-words';

export const gapHistogramHeight = 190;

/** How long before the visit that shows an event the visit before it was, in whole months; the last bar is open. */
export function gapHistogram(
  bins: readonly GapBin[],
  words: FigureWords & { readonly x: string; readonly y: string },
  width: number,
): Plot.PlotOptions {
  const marginLeft = 52;
  const last = bins.at(-1);
  const end = Math.max(6, (last?.fromMonth ?? 0) + 1);
  return {
    width,
    height: gapHistogramHeight,
    marginLeft,
    marginTop: 30,
    marginBottom: 44,
    x: { domain: [0, end], label: null },
    y: { label: null, nice: true },
    marks: [
      Plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (events: number) => words.number(events),
      }),
      Plot.axisX({
        ticks: Array.from({ length: end + 1 }, (_, month) => month),
        tickFormat: (month: number) => (last?.toMonth === null && month === end ? '+' : words.number(month)),
        tickSize: 4,
        label: null,
      }),
      Plot.rectY(bins, {
        x1: 'fromMonth',
        x2: ({ fromMonth }: GapBin) => fromMonth + 1,
        y: 'events',
        fill: 'var(--series-1)',
        inset: 0.5,
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ...axisTitles(words, { left: marginLeft - 4, below: 36 }),
    ],
  };
}
