import type { CoefficientOverTime } from '@core/analyses/model-hazards';
import * as Plot from '@observablehq/plot';
import { axisTitles } from './axis-marks';
import type { FigureWords } from './figure-words';

export interface CoefficientCourseWords extends FigureWords {
  readonly x: string;
  readonly y: string;
}

export const coefficientCourseHeight = 300;

/** Scaled Schoenfeld residuals over time, their smooth line, the coefficient of the model (dashed) and 0. */
export function coefficientCourse(
  { residuals, smooth, coefficient }: CoefficientOverTime,
  words: CoefficientCourseWords,
  width: number,
): Plot.PlotOptions {
  return {
    width,
    height: coefficientCourseHeight,
    marginLeft: 52,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 46,
    x: { label: null, nice: true },
    y: { label: null, nice: true },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: Math.max(3, Math.floor(width / 90)),
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      Plot.axisY({ ticks: 5, tickFormat: (value: number) => words.number(value), tickSize: 0, label: null }),
      ...axisTitles(words, { left: 48, below: 36 }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.ruleY([coefficient], { stroke: 'var(--series-2)', strokeWidth: 1.5, strokeDasharray: '7 3' }),
      Plot.dot(residuals, { x: 'month', y: 'value', r: 2, fill: 'var(--ink-soft)', fillOpacity: 0.5 }),
      Plot.line(smooth, { x: 'month', y: 'value', stroke: 'var(--series-1)', strokeWidth: 2.5 }),
    ],
  };
}
