import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';

/** A bar of released counts: what is not told of it stays open. */
export interface ToldBar {
  readonly name: string;
  /** How many patients it is of, in words. */
  readonly count: string;
  /** Share of each part, in the order of the parts; `null`: not told. */
  readonly shares: readonly (number | null)[];
}

export interface ToldBarsWords extends FigureWords {
  readonly x: string;
  readonly parts: readonly string[];
  readonly untold: string;
}

interface Segment {
  readonly bar: number;
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** How large the picture is; rows that are lower than usual have no place for the count under the name. */
export interface ToldBarsSize {
  readonly width: number;
  readonly rowHeight?: number;
}

export const usualRowHeight = 40;
/** Of a bar, from which its share is written into it. */
const legibleShare = 0.07;
const legendLine = 18;
const axisHeight = 48;
const marginLeft = 190;
const marginRight = 24;
/** Names in the legend, in an average width of letters. */
const letterWidth = 6.6;

interface LegendItem {
  readonly name: string;
  readonly left: number;
  readonly line: number;
  readonly fill: string;
}

/** Colours begin again after six, paler: the order in the bars and the legend tells them apart too. */
const fillOf = (part: number): string =>
  part < 6 ? seriesStyle(part).colour : `color-mix(in srgb, ${seriesStyle(part).colour} 45%, var(--surface))`;

function legendOf(parts: readonly string[], untold: string, width: number): readonly LegendItem[] {
  let [left, line] = [0, 0];
  return [...parts.map((name, part) => ({ name, fill: fillOf(part) })), { name: untold, fill: 'none' }].map(
    ({ name, fill }) => {
      const long = name.length * letterWidth + 34;
      if (left > 0 && left + long > width - marginRight - 8) {
        left = 0;
        line += 1;
      }
      const item = { name, fill, left, line };
      left += long;
      return item;
    },
  );
}

const legendHeight = (legend: readonly LegendItem[]): number =>
  legend.length === 0 ? 8 : ((legend.at(-1)?.line ?? 0) + 1) * legendLine + 12;

const heightOf = (bars: number, legend: readonly LegendItem[], rowHeight: number): number =>
  legendHeight(legend) + Math.max(1, bars) * rowHeight + axisHeight;

/** The legend of several parts; a bar of one part is named by its row. */
const legendFor = (words: ToldBarsWords, width: number) =>
  words.parts.length < 2 ? [] : legendOf(words.parts, words.untold, width);

export const toldBarsHeight = (
  bars: number,
  words: ToldBarsWords,
  { width, rowHeight = usualRowHeight }: ToldBarsSize,
): number => heightOf(bars, legendFor(words, width), rowHeight);

/**
 * Bars of released shares with their legend, for a picture that stands alone. Parts stand in their order as far as they are told;
 * the rest of a bar is open. Rounded counts may add up to a little more than their whole: then the bar is as long as they are.
 */
export function toldBars(
  bars: readonly ToldBar[],
  words: ToldBarsWords,
  { width, rowHeight = usualRowHeight }: ToldBarsSize,
): Plot.PlotOptions {
  const legend = legendFor(words, width);
  const rows = bars.map((bar, row) => ({ ...bar, row }));
  const segments = rows.flatMap(({ shares, row }) => segmentsOf(shares, row));
  const longest = Math.max(1, ...segments.map(({ to }) => to));
  const marginTop = legendHeight(legend);
  const isLow = rowHeight < usualRowHeight;
  return {
    width,
    height: heightOf(bars.length, legend, rowHeight),
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: axisHeight,
    x: { domain: [0, longest], label: null },
    y: { type: 'band', domain: rows.map(({ row }) => row), padding: 0.24, axis: null },
    marks: [
      ...legend.flatMap(({ name, left, line, fill }) => [
        Plot.dot([0], {
          frameAnchor: 'top-left',
          dx: left - marginLeft + 14,
          dy: line * legendLine - marginTop + 14,
          r: 5,
          symbol: 'square',
          fill,
          stroke: 'var(--line-strong)',
        }),
        Plot.text([name], {
          frameAnchor: 'top-left',
          textAnchor: 'start',
          dx: left - marginLeft + 24,
          dy: line * legendLine - marginTop + 9,
        }),
      ]),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        tickFormat: (share: number) => words.number(share * 100),
        tickSize: 4,
        label: null,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 36, fontWeight: 600 }),
      ...rowNames(rows, marginLeft, isLow),
      Plot.barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'bar',
        fill: ({ part }: Segment) => fillOf(part),
        stroke: 'var(--surface)',
        strokeWidth: 0.75,
      }),
      Plot.barX(rows, { x1: 0, x2: 1, y: 'row', fill: 'none', stroke: 'var(--line-strong)' }),
      Plot.text(
        segments.filter(({ from, to }) => to - from >= legibleShare),
        {
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'bar',
          text: ({ from, to }: Segment) => words.number(Math.round((to - from) * 100)),
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 3,
        },
      ),
    ],
  };
}

/** The name of each row and how many it is of, left of the frame; the name alone where a row is low. */
export function rowNames(
  rows: readonly { readonly row: number; readonly name: string; readonly count: string }[],
  room: number,
  isLow = false,
): readonly Plot.Markish[] {
  return (isLow ? (['name'] as const) : (['name', 'count'] as const)).map((text) =>
    Plot.text(rows, {
      y: 'row',
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      dy: isLow ? 0 : text === 'name' ? -7 : 8,
      text,
      fontWeight: text === 'name' ? 600 : 400,
      fill: text === 'name' ? 'var(--ink)' : 'var(--ink-soft)',
      lineWidth: (room - 16) / 12,
      textOverflow: 'ellipsis',
    }),
  );
}

function segmentsOf(shares: ToldBar['shares'], bar: number): readonly Segment[] {
  let from = 0;
  return shares.flatMap((share, part) => {
    if (share === null || share === 0) return [];
    const segment = { bar, part, from, to: from + share };
    from += share;
    return segment;
  });
}
