import * as Plot from '@observablehq/plot';
import { axisTitles, probabilityAxis } from './axis-marks';
import type { FigureWords } from './figure-words';

export interface PredictedPoint {
  readonly month: number;
  readonly probability: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface PredictedCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly tip: (point: PredictedPoint) => string;
}

export const predictedCurveHeight = 320;

/** The predicted probability of one profile, with its band where it has one. */
export function predictedCurve(
  points: readonly PredictedPoint[],
  words: PredictedCurveWords,
  width: number,
): Plot.PlotOptions {
  const end = Math.max(12, Math.ceil((points.at(-1)?.month ?? 0) / 12) * 12);
  const banded = points.filter(({ lower, upper }) => lower !== null && upper !== null);
  return {
    width,
    height: predictedCurveHeight,
    marginLeft: 48,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 46,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      ...probabilityAxis(words),
      Plot.axisX({
        ticks: Math.max(3, Math.floor(width / 90)),
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      ...axisTitles(words, { left: 44, below: 36 }),
      Plot.areaY(banded, {
        x: 'month',
        y1: (point: PredictedPoint) => point.lower ?? Number.NaN,
        y2: (point: PredictedPoint) => point.upper ?? Number.NaN,
        curve: 'step-after',
        fill: 'var(--series-1)',
        fillOpacity: 0.14,
      }),
      Plot.line(points, {
        x: 'month',
        y: 'probability',
        curve: 'step-after',
        stroke: 'var(--series-1)',
        strokeWidth: 2,
      }),
      Plot.tip(
        points,
        Plot.pointer({
          x: 'month',
          y: 'probability',
          title: words.tip,
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}
