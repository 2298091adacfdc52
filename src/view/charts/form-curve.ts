import type { FormPoint, FunctionalForm } from '@core/analyses/model-form';
import * as Plot from '@observablehq/plot';
import { axisTitles } from './axis-marks';
import type { FigureWords } from './figure-words';

export interface FormCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
}

export const formCurveHeight = 300;
/** The band may be endless where there are hardly any values; the picture is not. */
const widest = [1 / 32, 32] as const;

/** Ratio to the median along a spline, with its band, and along the straight line (dashed), on a logarithmic scale. */
export function formCurve(
  { points, reference }: FunctionalForm,
  words: FormCurveWords,
  width: number,
): Plot.PlotOptions {
  const within = (value: number) => Math.min(widest[1], Math.max(widest[0], value));
  return {
    width,
    height: formCurveHeight,
    marginLeft: 52,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 46,
    x: { label: null },
    y: { type: 'log', label: null, nice: true },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: Math.max(3, Math.floor(width / 90)),
        tickFormat: (value: number) => words.number(value, { useGrouping: false }),
        label: null,
      }),
      Plot.axisY({
        ticks: 5,
        tickFormat: (ratio: number) => words.number(ratio, { maximumSignificantDigits: 2 }),
        tickSize: 0,
        label: null,
      }),
      ...axisTitles(words, { left: 48, below: 36 }),
      Plot.ruleY([1], { stroke: 'var(--ink-soft)' }),
      Plot.ruleX([reference], { stroke: 'var(--line-strong)', strokeDasharray: '2 3' }),
      Plot.areaY(points, {
        x: 'value',
        y1: (point: FormPoint) => within(point.lower),
        y2: (point: FormPoint) => within(point.upper),
        fill: 'var(--series-1)',
        fillOpacity: 0.14,
      }),
      Plot.line(points, {
        x: 'value',
        y: (point: FormPoint) => within(point.ratio),
        stroke: 'var(--series-1)',
        strokeWidth: 2.5,
      }),
      Plot.line(points, {
        x: 'value',
        y: (point: FormPoint) => within(point.linear),
        stroke: 'var(--series-2)',
        strokeWidth: 1.75,
        strokeDasharray: '7 3',
      }),
    ],
  };
}
