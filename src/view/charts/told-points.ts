import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { rowNames, type ToldBarsSize, usualRowHeight } from './told-bars';

/** A released number with what lies around it; `null`: not told. */
export interface ToldPoint {
  readonly name: string;
  /** How many patients it rests on, in words. */
  readonly count: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const marginLeft = 240;
const marginBottom = 48;

export const toldPointsHeight = (points: number, rowHeight = usualRowHeight): number =>
  Math.max(1, points) * rowHeight + marginBottom + 8;

/** Released numbers under each other on one axis from 0, each with its interval, for a picture that stands alone. */
export function toldPoints(
  points: readonly ToldPoint[],
  words: FigureWords & { readonly x: string },
  { width, rowHeight = usualRowHeight }: ToldBarsSize,
): Plot.PlotOptions {
  const rows = points.map((point, row) => ({ ...point, row }));
  const most = Math.max(0, ...points.flatMap(({ value, upper }) => [value ?? 0, upper ?? 0]));
  return {
    width,
    height: toldPointsHeight(points.length, rowHeight),
    marginLeft,
    marginRight: 24,
    marginTop: 8,
    marginBottom,
    x: { domain: [0, most === 0 ? 1 : most], label: null },
    y: { type: 'band', domain: rows.map(({ row }) => row), padding: 0.24, axis: null },
    marks: [
      Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX({ tickFormat: (value: number) => words.number(value), tickSize: 4, label: null, ticks: 6 }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 36, fontWeight: 600 }),
      ...rowNames(rows, marginLeft, rowHeight < usualRowHeight),
      Plot.ruleY(
        rows.filter(({ lower, upper }) => lower !== null && upper !== null),
        { y: 'row', x1: 'lower', x2: 'upper', stroke: 'var(--series-1)', strokeWidth: 1.75 },
      ),
      Plot.dot(
        rows.filter(({ value }) => value !== null),
        { y: 'row', x: 'value', r: 4, fill: 'var(--series-1)', stroke: 'var(--series-1)' },
      ),
    ],
  };
}
