import type { AnonymityBand } from '@core/analyses/k-anonymity';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

export interface ClassSizeWords extends FigureWords {
  readonly x: string;
  readonly band: (band: AnonymityBand) => string;
  readonly count: (band: AnonymityBand) => string;
}

const rowHeight = 44;
const axisHeight = 46;

export const classSizeHeight = (bands: number): number => bands * rowHeight + axisHeight;

/** One bar per size of class: how many patients are in classes of that size. */
export function classSizeBars(
  bands: readonly AnonymityBand[],
  words: ClassSizeWords,
  width: number,
): Plot.PlotOptions {
  const most = Math.max(1, ...bands.map(({ patients }) => patients));
  const name = (band: AnonymityBand) => words.band(band);
  return {
    width,
    height: classSizeHeight(bands.length),
    marginLeft: 132,
    marginRight: 84,
    marginTop: 4,
    marginBottom: axisHeight,
    x: { domain: [0, most], label: null },
    y: { domain: bands.map(name), padding: 0.25, label: null },
    marks: [
      Plot.axisY({ tickSize: 0, label: null }),
      Plot.axisX({ ticks: Math.max(2, Math.floor(width / 140)), tickSize: 4, label: null }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 34, fontWeight: 600 }),
      Plot.barX(bands, {
        x: 'patients',
        y: name,
        fill: ({ to }: AnonymityBand) => (to !== null && to < 5 ? 'var(--series-2)' : 'var(--series-1)'),
      }),
      Plot.text(bands, { x: 'patients', y: name, text: words.count, textAnchor: 'start', dx: 6 }),
    ],
  };
}
