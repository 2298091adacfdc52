import type { Depth, VisitResponse } from '@core/analyses/molecular-response';
import { responseDepths } from '@core/domain/response-depth';
import * as Plot from '@observablehq/plot';
import { bcrAbl1Text, type FigureWords } from './figure-words';

export interface ResponseCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly patients: string;
  readonly undetected: string;
  readonly median: string;
  readonly band: string;
  readonly tip: (visit: VisitResponse) => string;
}

/** The bottom of the log axis, and the lane under it where undetected quantiles lie. */
const lowestPercent = 0.001;
const lanePercent = 0.00042;
const laneFloorPercent = 0.0002;
const highestPercent = 200;

const position = (depth: Depth): number =>
  depth.kind === 'undetected'
    ? lanePercent
    : Math.min(Math.max(depth.percent, lowestPercent), highestPercent);

/** Visits whose labels fit side by side: every visit, or only half-years, years, two years, five years. */
export function labelledMonths(
  months: readonly number[],
  domain: number,
  plotWidth: number,
): readonly number[] {
  const apart = (month: number, before: number) => ((month - before) / domain) * plotWidth;
  const fits = (chosen: readonly number[]) =>
    chosen.every((month, index) => index === 0 || apart(month, chosen[index - 1] ?? 0) >= 30);
  const choices = [1, 6, 12, 24, 60].map((step) => months.filter((month) => month % step === 0));
  return choices.find(fits) ?? [];
}

/**
 * Median and quartile band of BCR::ABL1 IS per visit, on a log axis with the limits of MMR, MR4 and MR4.5, the lane
 * of undetected quantiles under it and the number of patients per visit under the axis.
 */
export function molecularResponseCurve(
  visits: readonly VisitResponse[],
  words: ResponseCurveWords,
  { width, height, horizonMonths }: { width: number; height: number; horizonMonths: number },
): Plot.PlotOptions {
  const shown = visits.filter((visit) => visit.month <= horizonMonths);
  const marginLeft = 66;
  const marginRight = width < 520 ? 44 : 64;
  const months = labelledMonths(
    shown.map((visit) => visit.month),
    horizonMonths,
    width - marginLeft - marginRight,
  );
  const labelled = shown.filter((visit) => months.includes(visit.month));
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom: 62,
    x: { domain: [0, horizonMonths], label: null },
    y: { type: 'log', domain: [laneFloorPercent, highestPercent], label: null },
    marks: [
      Plot.rect([{}], {
        x1: 0,
        x2: horizonMonths,
        y1: laneFloorPercent,
        y2: lowestPercent * 0.85,
        fill: 'var(--sunken)',
      }),
      Plot.axisY([100, 10, 1, 0.1, 0.01, 0.001], {
        // What lies deeper is drawn at the last tick: it says so.
        tickFormat: (percent: number) =>
          `${percent === lowestPercent ? '≤ ' : ''}${words.number(percent, { maximumSignificantDigits: 1 })}`,
        tickSize: 0,
        label: null,
      }),
      Plot.text([words.y], {
        frameAnchor: 'top-left',
        dx: -marginLeft + 4,
        dy: -20,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      Plot.text([words.undetected], {
        frameAnchor: 'bottom-right',
        textAnchor: 'end',
        dx: -6,
        dy: -6,
        fill: 'var(--ink-faint)',
      }),
      Plot.text([`━ ${words.median}\n▆ ${words.band}`], {
        frameAnchor: 'top-right',
        textAnchor: 'end',
        lineHeight: 1.3,
        fill: 'var(--series-1)',
      }),
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
      Plot.areaY(shown, {
        x: 'month',
        y1: (visit: VisitResponse) => position(visit.lowerQuartile),
        y2: (visit: VisitResponse) => position(visit.upperQuartile),
        fill: 'var(--series-1)',
        fillOpacity: 0.18,
      }),
      Plot.lineY(shown, {
        x: 'month',
        y: (visit: VisitResponse) => position(visit.median),
        stroke: 'var(--series-1)',
        strokeWidth: 2.25,
      }),
      Plot.dot(shown, {
        x: 'month',
        y: (visit: VisitResponse) => position(visit.median),
        r: 3.5,
        stroke: 'var(--series-1)',
        fill: (visit: VisitResponse) =>
          visit.median.kind === 'undetected' ? 'var(--surface)' : 'var(--series-1)',
        opacity: (visit: VisitResponse) => (visit.few ? 0.45 : 1),
      }),
      Plot.axisX(months, { tickSize: 4, tickFormat: (month: number) => words.number(month), label: null }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 40, fontWeight: 600 }),
      Plot.text(labelled, {
        x: 'month',
        frameAnchor: 'bottom',
        dy: 58,
        text: (visit: VisitResponse) => words.number(visit.patients),
        fill: 'var(--ink-soft)',
      }),
      Plot.text([words.patients], {
        frameAnchor: 'bottom-left',
        textAnchor: 'end',
        dx: -20,
        dy: 58,
        fill: 'var(--ink-faint)',
      }),
      Plot.tip(
        shown,
        Plot.pointerX({
          x: 'month',
          y: (visit: VisitResponse) => position(visit.median),
          title: (visit: VisitResponse) => words.tip(visit),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

/** A quantile in words: its percentage, or the word for "undetected". */
export function depthText(depth: Depth, undetected: string, number: FigureWords['number']): string {
  return depth.kind === 'undetected' ? undetected : bcrAbl1Text(depth.percent, number);
}
