import {
  type CurveReading,
  curveSteps,
  type RemissionCurve,
  riskTable,
} from '@core/analyses/treatment-free-remission';
import { monthsFromDays } from '@core/domain/calendar';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';

export interface RemissionCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly atRisk: string;
  readonly events: string;
  readonly censored: string;
  readonly level: (level: string) => string;
  readonly tip: (level: string, reading: CurveReading) => string;
}

interface Placed extends CurveReading {
  readonly level: string;
}

const plotHeight = 300;
const rowHeight = 16;
const tableTop = 62;

/** Last month of the axis: the longest follow-up, up to the next tick, at most `horizonMonths`. */
export function axisEnd(curves: readonly RemissionCurve[], horizonMonths: number): number {
  const longest = Math.max(12, ...curves.map(({ curve }) => monthsFromDays(curve.time.at(-1) ?? 0)));
  return Math.min(horizonMonths, Math.ceil(longest / 12) * 12);
}

/** Ticks of 6, 12 or 24 months, as many as fit beside the numbers of the table under them. */
export function axisTicks(end: number, plotWidth: number): readonly number[] {
  const step = [6, 12, 24, 36, 60].find((months) => (months / end) * plotWidth >= 34) ?? 60;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

/** Height of the whole figure: the plot and four lines of table per curve (three without groups). */
export function remissionCurveHeight(curves: number, grouped: boolean): number {
  return plotHeight + tableTop + Math.max(1, curves) * (grouped ? 4 : 3) * rowHeight + 8;
}

/**
 * Kaplan-Meier curves with confidence bands and censor ticks, and under the axis, aligned with its ticks, the numbers
 * at risk and the cumulative events and censorings.
 */
export function remissionCurve(
  curves: readonly RemissionCurve[],
  words: RemissionCurveWords,
  { width, horizonMonths, grouped }: { width: number; horizonMonths: number; grouped: boolean },
): Plot.PlotOptions {
  const narrow = width < 520;
  const marginLeft = 92;
  const marginRight = narrow || !grouped ? 16 : 132;
  const end = axisEnd(curves, horizonMonths);
  const ticks = axisTicks(end, width - marginLeft - marginRight);
  const height = remissionCurveHeight(curves.length, grouped);
  const marginBottom = height - plotHeight;
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
        tickFormat: (share: number) => words.number(share * 100),
        tickSize: 0,
        label: null,
      }),
      Plot.axisX([...ticks], {
        tickSize: 4,
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      Plot.text([words.y], {
        frameAnchor: 'top-left',
        dx: -marginLeft + 4,
        dy: -20,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 38, fontWeight: 600 }),
      ...curves.flatMap((item, index) => curveMarks(item, index, end)),
      ...(grouped && !narrow ? [endLabels(curves, end, words)] : []),
      ...curves.flatMap((item, index) => tableMarks(item, index, ticks, grouped, words, marginLeft)),
      tip(curves, end, words),
    ],
  };
}

/** Steps up to the end of the axis, with the value there: the curve never leaves the frame. */
function visibleSteps(item: RemissionCurve, end: number): readonly Placed[] {
  const steps = curveSteps(item.curve);
  const inside = steps.filter((step) => step.month <= end);
  const last = inside.at(-1);
  const closing =
    inside.length < steps.length && last !== undefined ? [{ ...last, month: end, censored: 0 }] : [];
  return [...inside, ...closing].map((step) => ({ ...step, level: item.level }));
}

function curveMarks(item: RemissionCurve, index: number, end: number): Plot.Markish[] {
  const steps = visibleSteps(item, end);
  const { colour, dash } = seriesStyle(index);
  return [
    Plot.areaY(steps, {
      x: 'month',
      y1: (step: Placed) => step.lower ?? Number.NaN,
      y2: (step: Placed) => step.upper ?? Number.NaN,
      curve: 'step-after',
      fill: colour,
      fillOpacity: 0.14,
    }),
    Plot.lineY(steps, {
      x: 'month',
      y: 'survival',
      curve: 'step-after',
      stroke: colour,
      strokeWidth: 2,
      strokeDasharray: dash,
    }),
    Plot.dot(
      steps.filter((step) => step.censored > 0),
      {
        x: 'month',
        y: 'survival',
        symbol: 'plus',
        r: 2.6,
        stroke: colour,
        strokeWidth: 1,
        strokeOpacity: 0.7,
      },
    ),
  ];
}

/** Names at the right ends of the curves, pushed apart until they do not touch. */
function endLabels(curves: readonly RemissionCurve[], end: number, words: RemissionCurveWords): Plot.Markish {
  const apart = 0.058;
  const labels = curves
    .map((item, index) => {
      const last = visibleSteps(item, end).at(-1);
      return { level: item.level, colour: seriesStyle(index).colour, y: last?.survival ?? 0 };
    })
    .toSorted((a, b) => a.y - b.y);
  labels.forEach((label, index) => {
    const below = labels[index - 1];
    if (below !== undefined) label.y = Math.max(label.y, below.y + apart);
  });
  return Plot.text(labels, {
    y: 'y',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 8,
    text: (label: { level: string }) => words.level(label.level),
    fill: 'colour',
    fontWeight: 600,
  });
}

function tableMarks(
  item: RemissionCurve,
  index: number,
  ticks: readonly number[],
  grouped: boolean,
  words: RemissionCurveWords,
  marginLeft: number,
): Plot.Markish[] {
  const entries = riskTable(item.curve, ticks);
  const lines = grouped ? 4 : 3;
  const top = tableTop + index * lines * rowHeight;
  const rows = [
    { name: words.atRisk, of: 'atRisk' },
    { name: words.events, of: 'events' },
    { name: words.censored, of: 'censored' },
  ] as const;
  const heading = grouped
    ? [
        Plot.text([words.level(item.level)], {
          frameAnchor: 'bottom-left',
          textAnchor: 'start',
          dx: -marginLeft + 4,
          dy: top,
          fill: seriesStyle(index).colour,
          fontWeight: 600,
        }),
      ]
    : [];
  return [
    ...heading,
    ...rows.flatMap(({ name, of }, line) => {
      const dy = top + (line + (grouped ? 1 : 0)) * rowHeight;
      return [
        Plot.text([name], {
          frameAnchor: 'bottom-left',
          textAnchor: 'start',
          dx: -marginLeft + 4,
          dy,
          fill: 'var(--ink-faint)',
        }),
        Plot.text(entries, {
          x: 'month',
          frameAnchor: 'bottom',
          dy,
          text: (entry: (typeof entries)[number]) => words.number(entry[of]),
          fill: of === 'atRisk' ? 'var(--ink)' : 'var(--ink-soft)',
        }),
      ];
    }),
  ];
}

function tip(curves: readonly RemissionCurve[], end: number, words: RemissionCurveWords): Plot.Markish {
  // The closing point at the end of the axis is drawn, not read: its counts are those of the last step.
  const steps = curves.flatMap((item) =>
    curveSteps(item.curve)
      .filter((step) => step.month <= end)
      .map((step) => ({ ...step, level: item.level })),
  );
  return Plot.tip(
    steps,
    Plot.pointer({
      x: 'month',
      y: 'survival',
      title: (step: Placed) => words.tip(step.level, step),
      fill: 'var(--surface)',
      stroke: 'var(--line-strong)',
    }),
  );
}
