import type { Depth, ResponseCurve, VisitResponse } from '@core/analyses/molecular-response';
import type { Trajectory } from '@core/analyses/response-trajectories';
import { responseDepths } from '@core/domain/response-depth';
import * as Plot from '@observablehq/plot';
import { bcrAbl1Text, type FigureWords } from './figure-words';
import { countLine, countsTop, labelledMonths, type ResponseGeometry } from './response-geometry';
import { trajectoryMark } from './response-trajectories';
import { seriesStyle } from './series-style';

export interface ResponseCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly patients: string;
  readonly legend: string;
  readonly level: (level: string) => string;
}

export interface ResponsePicture {
  readonly curves: readonly ResponseCurve[];
  readonly trajectories: readonly Trajectory[];
  /** Whether the curves are groups with names. */
  readonly grouped: boolean;
}

/** The ends of the log axis that hold every level of some curves and samples, in percent; those that are not known (NaN) aside. */
export function depthRange({
  curves,
  trajectories,
}: ResponsePicture): readonly [lowest: number, highest: number] {
  let [lowest, highest] = [0.0006, 150];
  const widen = (percent: number) => {
    if (Number.isNaN(percent)) return;
    lowest = Math.min(lowest, percent / 1.3);
    highest = Math.max(highest, percent * 1.1);
  };
  for (const { visits } of curves) {
    for (const { lowerQuartile, upperQuartile } of visits) {
      widen(lowerQuartile.percent);
      widen(upperQuartile.percent);
    }
  }
  for (const { samples } of trajectories) for (const { percent } of samples) widen(percent);
  return [lowest, highest];
}

/**
 * Median and quartile band of BCR::ABL1 IS per visit and group, on a log axis with the limits of MMR, MR4 and MR4.5,
 * some trajectories behind them, and the number of patients per visit under the axis. A quantile below what was
 * measured is an open mark at the level under which it lies; a band that ends there goes down to the axis. A quartile of NaN,
 * which is not known or not told, interrupts the band.
 */
export function molecularResponseCurve(
  { curves, trajectories, grouped }: ResponsePicture,
  words: ResponseCurveWords,
  geometry: ResponseGeometry,
): Plot.PlotOptions {
  const { width, height, marginLeft, marginRight, marginTop, marginBottom, narrow } = geometry;
  const { fromMonth, toMonth, lowestPercent, highestPercent } = geometry;
  const months = monthsInSight(curves, geometry);
  const labelled = labelledMonths(months, toMonth - fromMonth, width - marginLeft - marginRight);
  const styles = new Map(curves.map(({ level }, index) => [level, seriesStyle(index).colour]));
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { domain: [fromMonth, toMonth], label: null },
    y: { type: 'log', domain: [lowestPercent, highestPercent], label: null },
    marks: [
      Plot.axisY(decades(geometry), {
        tickFormat: (percent: number) => words.number(percent, { maximumSignificantDigits: 1 }),
        tickSize: 0,
        label: null,
      }),
      ...headMarks(words, geometry),
      Plot.ruleY([...responseDepths], {
        y: 'bcrAbl1IsPercent',
        stroke: 'var(--line-strong)',
        strokeDasharray: '2 3',
      }),
      Plot.text([...responseDepths], {
        y: 'bcrAbl1IsPercent',
        frameAnchor: 'right',
        text: 'id',
        textAnchor: 'start',
        dx: 6,
        fontWeight: 600,
        fill: 'var(--ink-soft)',
      }),
      trajectoryMark(trajectories, (level) => styles.get(level) ?? null, geometry),
      ...curves.flatMap((curve, index) => curveMarks(curve, index, geometry)),
      ...(grouped && !narrow ? [endLabels(curves, words, geometry)] : []),
      Plot.ruleY([lowestPercent], { stroke: 'var(--line-strong)' }),
      Plot.axisX([...labelled], {
        tickSize: 4,
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 40, fontWeight: 600 }),
      ...curves.flatMap((curve, index) => countMarks(curve, index, labelled, words, grouped, marginLeft)),
    ],
  };
}

/** The name of the y axis and the legend, over the plot. */
function headMarks(
  { y, legend }: ResponseCurveWords,
  { narrow, marginLeft, marginTop }: ResponseGeometry,
): readonly Plot.Markish[] {
  const left = { frameAnchor: 'top-left', textAnchor: 'start', dx: -marginLeft + 4 } as const;
  const right = { frameAnchor: 'top-right', textAnchor: 'end' } as const;
  return [
    Plot.text([y], { ...left, dy: 10 - marginTop, fontWeight: 600 }),
    Plot.text([legend], { ...(narrow ? left : right), dy: narrow ? -18 : -20, fill: 'var(--ink-soft)' }),
  ];
}

/** The visits of any curve within the months in sight, ascending. */
export function monthsInSight(
  curves: readonly ResponseCurve[],
  { fromMonth, toMonth }: Pick<ResponseGeometry, 'fromMonth' | 'toMonth'>,
): readonly number[] {
  const months = curves.flatMap(({ visits }) => visits.map(({ month }) => month));
  return [...new Set(months)]
    .filter((month) => month >= fromMonth && month <= toMonth)
    .toSorted((a, b) => a - b);
}

const decades = ({ lowestPercent, highestPercent }: ResponseGeometry): number[] =>
  [1000, 100, 10, 1, 0.1, 0.01, 0.001, 0.0001, 0.00001].filter(
    (percent) => percent >= lowestPercent && percent <= highestPercent,
  );

function curveMarks({ visits }: ResponseCurve, index: number, geometry: ResponseGeometry): Plot.Markish[] {
  const { colour, dash } = seriesStyle(index);
  const floor = geometry.lowestPercent;
  const of = (kind: Depth['kind']) =>
    visits.filter(
      ({ month, median }) => median.kind === kind && month >= geometry.fromMonth && month <= geometry.toMonth,
    );
  const point = {
    x: 'month',
    y: (visit: VisitResponse) => visit.median.percent,
    stroke: colour,
    opacity: (visit: VisitResponse) => (visit.few ? 0.45 : 1),
  };
  return [
    Plot.areaY(visits, {
      x: 'month',
      y1: ({ lowerQuartile: { kind, percent } }: VisitResponse) =>
        kind === 'below' && !Number.isNaN(percent) ? floor : percent,
      y2: ({ upperQuartile }: VisitResponse) => upperQuartile.percent,
      fill: colour,
      fillOpacity: 0.15,
      clip: true,
    }),
    Plot.lineY(visits, {
      x: 'month',
      y: (visit: VisitResponse) => visit.median.percent,
      stroke: colour,
      strokeWidth: 2.25,
      strokeDasharray: dash,
      clip: true,
    }),
    Plot.dot(of('percent'), { ...point, r: 3.5, fill: colour }),
    Plot.dot(of('below'), {
      ...point,
      r: 4.5,
      symbol: 'triangle',
      rotate: 180,
      strokeWidth: 1.5,
      fill: 'var(--surface)',
    }),
  ];
}

/** Names at the right ends of the curves, pushed apart until they do not touch. */
function endLabels(
  curves: readonly ResponseCurve[],
  words: ResponseCurveWords,
  geometry: ResponseGeometry,
): Plot.Markish {
  const labels = curves
    .flatMap(({ level, visits }, index) => {
      const last = visits.findLast(({ month }) => month <= geometry.toMonth);
      if (last === undefined) return [];
      return { level, colour: seriesStyle(index).colour, y: geometry.y(last.median.percent) };
    })
    .toSorted((a, b) => a.y - b.y);
  labels.forEach((label, index) => {
    const above = labels[index - 1];
    if (above !== undefined) label.y = Math.max(label.y, above.y + 15);
  });
  const { width, marginRight, lowestPercent, highestPercent, y } = geometry;
  const atPixel = (pixel: number) => {
    const [top, bottom] = [y(highestPercent), y(lowestPercent)];
    return highestPercent * (lowestPercent / highestPercent) ** ((pixel - top) / (bottom - top));
  };
  return Plot.text(labels, {
    y: (label: (typeof labels)[number]) => atPixel(label.y),
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: Math.min(52, marginRight - 40),
    text: (label: (typeof labels)[number]) => words.level(label.level),
    fill: 'colour',
    fontWeight: 600,
    lineWidth: Math.max(8, (width - marginRight) / 40),
    textOverflow: 'ellipsis',
  });
}

/** Patients of one curve under the axis, one number per labelled visit; the name of a group above them. */
function countMarks(
  { level, visits }: ResponseCurve,
  index: number,
  labelled: readonly number[],
  words: ResponseCurveWords,
  grouped: boolean,
  marginLeft: number,
): Plot.Markish[] {
  const name = {
    frameAnchor: 'bottom-left',
    textAnchor: 'start',
    dx: -marginLeft + 4,
  } as const;
  const top = countsTop + index * 2 * countLine;
  const counts = top + (grouped ? countLine : 0);
  return [
    ...(grouped
      ? [
          Plot.text([words.level(level)], {
            ...name,
            dy: top,
            fill: seriesStyle(index).colour,
            fontWeight: 600,
          }),
        ]
      : []),
    Plot.text([words.patients], { ...name, dy: counts, fill: 'var(--ink-faint)' }),
    Plot.text(
      visits.filter(({ month }) => labelled.includes(month)),
      {
        x: 'month',
        frameAnchor: 'bottom',
        dy: counts,
        text: (visit: VisitResponse) => words.number(visit.patients),
        fill: 'var(--ink-soft)',
      },
    ),
  ];
}

/** A level in words: its percentage, or that it is less than one. */
export const depthText = ({ kind, percent }: Depth, number: FigureWords['number']): string =>
  `${kind === 'below' ? '< ' : ''}${bcrAbl1Text(percent, number)}`;
