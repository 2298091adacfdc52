import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

/** Grid, zero line and percent signs of a probability on the y axis, 0 to 1. */
export const probabilityAxis = (words: Pick<FigureWords, 'number'>): readonly Plot.Markish[] => [
  Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
  Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
  Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
    tickFormat: (share: number) => words.number(share * 100),
    tickSize: 0,
    label: null,
  }),
];

/** Grid and percentages of a share on the y axis, 0 to 1. */
export const shareAxis = (words: Pick<FigureWords, 'percent'>): readonly Plot.Markish[] => [
  Plot.gridY([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
  Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
    tickFormat: (share: number) => words.percent(share),
    tickSize: 0,
    label: null,
  }),
];

/** What both axes say: over the y axis from its left end, and under the middle of the x axis. */
export const axisTitles = (
  { x, y }: { readonly x: string; readonly y: string },
  { left, below }: { readonly left: number; readonly below: number },
): readonly Plot.Markish[] => [
  Plot.text([y], {
    frameAnchor: 'top-left',
    dx: -left,
    dy: -20,
    textAnchor: 'start',
    fontWeight: 600,
  }),
  Plot.text([x], { frameAnchor: 'bottom', dy: below, fontWeight: 600 }),
];
