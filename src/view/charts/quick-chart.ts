import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';

export const quickMarks = ['histogram', 'bar', 'dot', 'line', 'box'] as const;
export type QuickMark = (typeof quickMarks)[number];

/** A row as a chart takes it: what stands along each axis, and which group it is of. */
export interface QuickRow {
  readonly x: string | number | null;
  readonly y: number | null;
  readonly group: string | null;
}

export interface QuickChartOptions {
  readonly mark: QuickMark;
  readonly x: string;
  readonly y: string;
  /** Groups in the order of their colours; empty without any. */
  readonly groups: readonly string[];
  readonly width: number;
}

export const quickChartHeight = 360;

/** A chart of an answer as its reader chose it. A row without a value on an axis is not drawn. */
export function quickChart(
  rows: readonly QuickRow[],
  words: FigureWords,
  { mark, x, y, groups, width }: QuickChartOptions,
): Plot.PlotOptions {
  const colour = (row: QuickRow) =>
    groups.length === 0 ? 'var(--series-1)' : seriesStyle(groups.indexOf(row.group ?? '')).colour;
  const drawn = rows.filter(
    (row) => row.x !== null && (groups.length === 0 || groups.includes(row.group ?? '')),
  );
  const numeric = drawn.every((row) => typeof row.x === 'number');
  const number = { tickFormat: (value: number) => words.number(value, { useGrouping: false }) };
  return {
    width,
    height: quickChartHeight,
    marginLeft: 72,
    marginBottom: 48,
    marginTop: 28,
    x: { label: x, labelAnchor: 'center', ...(numeric && mark !== 'bar' && mark !== 'box' ? number : {}) },
    y: { label: y, grid: true, ...number },
    marks: [
      Plot.ruleY([0], {
        stroke: 'var(--line-strong)',
        strokeOpacity: mark === 'bar' || mark === 'histogram' ? 1 : 0,
      }),
      ...marksOf(mark, drawn, { colour, groups }),
    ],
  };
}

interface Drawing {
  readonly colour: (row: QuickRow) => string;
  readonly groups: readonly string[];
}

function marksOf(mark: QuickMark, rows: readonly QuickRow[], { colour, groups }: Drawing): Plot.Markish[] {
  const both = rows.filter((row) => row.y !== null);
  switch (mark) {
    case 'histogram':
      return [
        Plot.rectY(rows, Plot.binX<Plot.RectYOptions>({ y: 'count' }, { x: 'x', fill: colour, inset: 0.5 })),
      ];
    case 'bar':
      return [
        Plot.barY(rows, Plot.groupX<Plot.BarYOptions>({ y: 'count' }, { x: 'x', fill: colour, inset: 0.5 })),
      ];
    case 'dot':
      return [
        Plot.dot(both, {
          x: 'x',
          y: 'y',
          stroke: colour,
          r: 2.5,
          strokeOpacity: 0.75,
          ...(groups.length === 0
            ? {}
            : {
                symbol: (row: QuickRow) =>
                  symbols[groups.indexOf(row.group ?? '') % symbols.length] ?? 'circle',
              }),
        }),
      ];
    case 'line':
      return [
        ...(groups.length === 0 ? [null] : groups).map((group, at) =>
          Plot.lineY(
            both.filter((row) => group === null || row.group === group),
            {
              x: 'x',
              y: 'y',
              sort: 'x',
              stroke: seriesStyle(at).colour,
              strokeDasharray: seriesStyle(at).dash,
              strokeWidth: 2,
            },
          ),
        ),
      ];
    case 'box':
      return [Plot.boxY(both, { x: 'x', y: 'y', fill: 'var(--accent-soft)', stroke: 'var(--ink)' })];
  }
}

/** Told apart without colour too. */
const symbols = ['circle', 'triangle', 'square', 'diamond', 'plus', 'times'] as const;
