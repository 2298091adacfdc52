import type { IndicatorSeries, YearOfIndicator } from '@core/analyses/indicator-trend';
import * as Plot from '@observablehq/plot';
import { shareAxis } from './axis-marks';
import type { FigureWords } from './figure-words';
import { movedApart } from './moved-apart';
import { seriesStyle } from './series-style';

export interface IndicatorTrendWords extends FigureWords {
  readonly level: (level: string | null) => string;
  readonly tip: (level: string | null, year: YearOfIndicator) => string;
}

interface Point {
  readonly level: string | null;
  readonly year: YearOfIndicator;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

const pointsOf = ({ level, years }: IndicatorSeries): readonly Point[] =>
  years.flatMap((year) => {
    const { estimate, interval } = year.share;
    if (estimate === null) return [];
    const { lower, upper } = interval ?? { lower: null, upper: null };
    return [{ level, year, share: estimate, lower: lower ?? estimate, upper: upper ?? estimate }];
  });

/**
 * Shares over calendar years: points on a line, each with its interval; years with few units and the unfinished one are
 * hollow. One pattern of line per group, its name at its end.
 */
export function indicatorTrendChart(
  series: readonly IndicatorSeries[],
  words: IndicatorTrendWords,
  { width, height, changeYear }: { width: number; height: number; changeYear?: number | undefined },
): Plot.PlotOptions {
  const grouped = series.length > 1;
  const drawn = series.map(pointsOf);
  const years = drawn.flat().map(({ year }) => year.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const marginRight = grouped && width > 420 ? 116 : 18;
  const marginLeft = 44;
  const step = [1, 2, 3, 5, 10].find(
    (every) => ((width - marginLeft - marginRight) / (last - first + 1)) * every >= 36,
  );
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => first + k).filter(
    (year) => (last - year) % (step ?? 10) === 0,
  );
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 12,
    marginBottom: 26,
    x: { domain: [first - 0.5, last + 0.5], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      ...shareAxis(words),
      Plot.axisX(ticks, { tickFormat: (year: number) => String(year), tickSize: 4, label: null }),
      ...(changeYear === undefined
        ? []
        : [Plot.ruleX([changeYear - 0.5], { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' })]),
      ...drawn.flatMap((points, index) => seriesMarks(points, index, grouped)),
      ...(grouped && marginRight > 100 ? [endLabels(drawn, words)] : []),
      Plot.tip(
        drawn.flat(),
        Plot.pointer({
          x: (point: Point) => point.year.year,
          y: 'share',
          title: (point: Point) => words.tip(point.level, point.year),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function seriesMarks(points: readonly Point[], index: number, grouped: boolean): Plot.Markish[] {
  const { colour, dash } = seriesStyle(index);
  const year = (point: Point) => point.year.year;
  const isFaint = (point: Point) => point.year.few || point.year.unfinished;
  return [
    Plot.ruleX(points, {
      x: year,
      y1: 'lower',
      y2: 'upper',
      stroke: colour,
      strokeWidth: 1.25,
      strokeOpacity: grouped ? 0.4 : 0.65,
    }),
    Plot.line(points, { x: year, y: 'share', stroke: colour, strokeWidth: 2, strokeDasharray: dash }),
    Plot.dot(points, {
      x: year,
      y: 'share',
      r: 3.2,
      stroke: colour,
      strokeWidth: 1.75,
      fill: (point: Point) => (isFaint(point) ? 'var(--surface)' : colour),
    }),
  ];
}

/** Names at the ends of the lines, moved apart where they would overlap. */
function endLabels(drawn: readonly (readonly Point[])[], words: IndicatorTrendWords): Plot.Markish {
  const ends = drawn.flatMap((points, index) => {
    const end = points.at(-1);
    return end === undefined ? [] : [{ end, index, y: end.share }];
  });
  const placed = movedApart(ends, 0.075);
  return Plot.text(placed, {
    x: ({ end }: (typeof placed)[number]) => end.year.year,
    y: 'y',
    text: ({ end }: (typeof placed)[number]) => words.level(end.level),
    fill: ({ index }: (typeof placed)[number]) => seriesStyle(index).colour,
    textAnchor: 'start',
    dx: 14,
    clip: false,
  });
}
