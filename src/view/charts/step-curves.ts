import { type CurveReading, type RiskTableEntry, readingAt } from '@core/analyses/curve-reading';
import * as Plot from '@observablehq/plot';
import { axisTitles, probabilityAxis } from './axis-marks';
import type { FigureWords } from './figure-words';
import { movedApart } from './moved-apart';
import { seriesStyle } from './series-style';

/** One curve: its steps in months from the origin, and the numbers under the axis where it has some of its own. */
export interface StepCurve {
  readonly id: string;
  readonly steps: readonly CurveReading[];
  /** At risk, events and censorings so far at some months; `null` for a curve that shares those of another. */
  readonly counts: ((months: readonly number[]) => readonly RiskTableEntry[]) | null;
  /** Whose the numbers are, when they are of more than this curve. */
  readonly countsName?: string;
  /** A month of the curve that is marked on it. */
  readonly markedMonth?: number;
}

export interface StepCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly atRisk: string;
  readonly events: string;
  readonly censored: string;
  readonly name: (id: string) => string;
  readonly tip: (id: string, reading: CurveReading) => string;
}

export interface StepCurvePlace {
  readonly width: number;
  readonly horizonMonths: number;
  /** Names stand at the ends of the curves and above their numbers. */
  readonly named: boolean;
  /** A month that is read: a rule stands there. */
  readonly cursorMonth?: number | null;
  /** Fewest months between two ticks; 6. */
  readonly finestTick?: number;
}

interface Placed extends CurveReading {
  readonly id: string;
}

const plotHeight = 300;
const rowHeight = 16;
const tableTop = 62;

/** Last month of the axis: the longest follow-up, up to the next tick, at most `horizonMonths`. */
export function axisEnd(curves: readonly StepCurve[], horizonMonths: number): number {
  const longest = Math.max(12, ...curves.map(({ steps }) => steps.at(-1)?.month ?? 0));
  return Math.min(horizonMonths, Math.ceil(longest / 12) * 12);
}

/** Ticks of 6, 12 or 24 months, as many as fit beside the numbers of the table under them; finer ones when asked for. */
export function axisTicks(end: number, plotWidth: number, finest = 6): readonly number[] {
  const step =
    [1, 3, 6, 12, 24, 36, 60].find((months) => months >= finest && (months / end) * plotWidth >= 34) ?? 60;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

/** Height of the whole figure: the plot, and four lines of table per counted curve (three without names). */
export function stepCurvesHeight(counted: number, named: boolean): number {
  return plotHeight + tableTop + counted * (named ? 4 : 3) * rowHeight + 8;
}

/**
 * Step curves of probabilities with confidence bands and censor ticks, and under the axis, aligned with its ticks, the
 * numbers at risk and the cumulative events and censorings of each curve that has some.
 */
export function stepCurves(
  curves: readonly StepCurve[],
  words: StepCurveWords,
  { width, horizonMonths, named, cursorMonth = null, finestTick }: StepCurvePlace,
): Plot.PlotOptions {
  const narrow = width < 520;
  const marginLeft = 92;
  const marginRight = narrow || !named ? 16 : 132;
  const end = axisEnd(curves, horizonMonths);
  const plotWidth = width - marginLeft - marginRight;
  const ticks = axisTicks(end, plotWidth, finestTick);
  const counted = curves.flatMap((curve, index) => (curve.counts === null ? [] : [{ curve, index }]));
  const height = stepCurvesHeight(counted.length, named);
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom: height - plotHeight,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      ...probabilityAxis(words),
      Plot.axisX([...ticks], {
        tickSize: 4,
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      ...axisTitles(words, { left: marginLeft - 4, below: 38 }),
      ...(cursorMonth === null
        ? []
        : [Plot.ruleX([cursorMonth], { stroke: 'var(--accent)', strokeWidth: 1.5, strokeDasharray: '2 2' })]),
      ...curves.flatMap((curve, index) => curveMarks(curve, index, end, plotWidth)),
      ...curves.flatMap((curve, index) => markedPoint(curve, index)),
      ...(named && !narrow ? [endLabels(curves, end, words)] : []),
      ...counted.flatMap(({ curve, index }, place) =>
        tableMarks(curve, { index, place, ticks, named, marginLeft }, words),
      ),
      tip(curves, end, words),
    ],
  };
}

/** Steps up to the end of the axis, with the value there: the curve never leaves the frame. */
function visibleSteps({ id, steps }: StepCurve, end: number): readonly Placed[] {
  const inside = steps.filter((step) => step.month <= end);
  const last = inside.at(-1);
  const closing =
    inside.length < steps.length && last !== undefined ? [{ ...last, month: end, censored: 0 }] : [];
  return [...inside, ...closing].map((step) => ({ ...step, id }));
}

function curveMarks(curve: StepCurve, index: number, end: number, plotWidth: number): Plot.Markish[] {
  const steps = visibleSteps(curve, end);
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
    Plot.dot(censorTicks(steps, plotWidth / end), {
      x: 'month',
      y: 'survival',
      symbol: 'plus',
      r: 2.6,
      stroke: colour,
      strokeWidth: 1,
      strokeOpacity: 0.7,
    }),
  ];
}

/** Steps with somebody censored: of those that would stand on the same pixel, the first. */
export function censorTicks<Step extends CurveReading>(
  steps: readonly Step[],
  pixelsPerMonth: number,
): readonly Step[] {
  let last = '';
  return steps.filter(({ month, survival, censored }) => {
    if (censored === 0) return false;
    const pixel = `${Math.round(month * pixelsPerMonth)} ${Math.round(survival * plotHeight)}`;
    if (pixel === last) return false;
    last = pixel;
    return true;
  });
}

function markedPoint({ steps, markedMonth }: StepCurve, index: number): Plot.Markish[] {
  const reading = markedMonth === undefined ? null : readingAt(steps, markedMonth);
  if (reading === null) return [];
  return [
    Plot.dot([reading], {
      x: 'month',
      y: 'survival',
      symbol: 'diamond',
      r: 6,
      fill: seriesStyle(index).colour,
      stroke: 'var(--surface)',
    }),
  ];
}

/** Names at the right ends of the curves, pushed apart until they do not touch. */
function endLabels(curves: readonly StepCurve[], end: number, words: StepCurveWords): Plot.Markish {
  const labels = movedApart(
    curves.map((item, index) => {
      const last = visibleSteps(item, end).at(-1);
      return { id: item.id, colour: seriesStyle(index).colour, y: last?.survival ?? 0 };
    }),
    0.058,
    1.05,
  );
  return Plot.text(labels, {
    y: 'y',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 8,
    text: (label: { id: string }) => words.name(label.id),
    fill: 'colour',
    fontWeight: 600,
    lineWidth: 10,
    textOverflow: 'ellipsis',
  });
}

interface TablePlace {
  readonly index: number;
  readonly place: number;
  readonly ticks: readonly number[];
  readonly named: boolean;
  readonly marginLeft: number;
}

function tableMarks(
  curve: StepCurve,
  { index, place, ticks, named, marginLeft }: TablePlace,
  words: StepCurveWords,
): Plot.Markish[] {
  const entries = curve.counts?.(ticks) ?? [];
  const lines = named ? 4 : 3;
  const top = tableTop + place * lines * rowHeight;
  const rows = [
    { name: words.atRisk, of: 'atRisk' },
    { name: words.events, of: 'events' },
    { name: words.censored, of: 'censored' },
  ] as const;
  const heading = named
    ? [
        Plot.text([curve.countsName ?? words.name(curve.id)], {
          frameAnchor: 'bottom-left',
          textAnchor: 'start',
          dx: -marginLeft + 4,
          dy: top,
          fill: curve.countsName === undefined ? seriesStyle(index).colour : 'var(--ink)',
          fontWeight: 600,
        }),
      ]
    : [];
  return [
    ...heading,
    ...rows.flatMap(({ name, of }, line) => {
      const dy = top + (line + (named ? 1 : 0)) * rowHeight;
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

function tip(curves: readonly StepCurve[], end: number, words: StepCurveWords): Plot.Markish {
  // The closing point at the end of the axis is drawn, not read: its counts are those of the last step.
  const read = curves.flatMap(({ id, steps }) =>
    steps.filter((step) => step.month <= end).map((step) => ({ ...step, id })),
  );
  return Plot.tip(
    read,
    Plot.pointer({
      x: 'month',
      y: 'survival',
      // Put into words when the pointer comes to a step, not at every step of every drawing.
      title: (step: Placed) => step,
      format: { title: (step: Placed) => words.tip(step.id, step) },
      fill: 'var(--surface)',
      stroke: 'var(--line-strong)',
    }),
  );
}
