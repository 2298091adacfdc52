import type { EarlyPredictor } from '@core/analyses/early-predictors';
import type { PredictorMarkerId } from '@core/domain/early-predictor';
import type { RocPoint } from '@core/statistics/roc/roc-curve';
import * as Plot from '@observablehq/plot';
import { axisTitles } from './axis-marks';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';

export interface RocChartWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly chance: string;
  readonly marker: (marker: PredictorMarkerId) => string;
  readonly tip: (marker: PredictorMarkerId, point: RocPoint) => string;
  /** A published cut-off beside its dot. */
  readonly published: (marker: PredictorMarkerId, place: number) => string;
}

interface Placed extends RocPoint {
  readonly marker: PredictorMarkerId;
}

/** More corners than this cannot be told apart on a screen; every n-th is drawn, the first and the last always. */
const mostCorners = 600;

/** A square as far as the place allows, at most this wide. */
export const rocChartHeight = 440;
const widest = 560;

/**
 * ROC curves with the diagonal of chance. A filled dot is the Youden cut-off of a curve, an open diamond with its words a
 * published one.
 */
export function rocChart(
  predictors: readonly EarlyPredictor[],
  words: RocChartWords,
  width: number,
): Plot.PlotOptions {
  const marginLeft = 52;
  const marginRight = Math.max(20, width - widest);
  // Under the curves: the longest name has room to the right of it.
  const legend = width < 480 ? 0.18 : 0.44;
  const shown = predictors.map((predictor) => ({ ...predictor, points: cornersOf(predictor) }));
  return {
    width,
    height: rocChartHeight,
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom: 52,
    x: { domain: [0, 1], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      Plot.gridX([0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], { tickFormat: percentTick(words), tickSize: 4, label: null }),
      Plot.axisY([0, 0.25, 0.5, 0.75, 1], { tickFormat: percentTick(words), tickSize: 0, label: null }),
      ...axisTitles(words, { left: marginLeft - 4, below: 38 }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: 'var(--line-strong)', strokeDasharray: '4 4' },
      ),
      Plot.text([words.chance], { x: () => 0.72, y: () => 0.67, fill: 'var(--ink-faint)' }),
      ...shown.flatMap(({ points, marker, cutOff, published }, index) => {
        const { colour, dash } = seriesStyle(index);
        return [
          Plot.line(points, {
            x: fallOut,
            y: 'sensitivity',
            stroke: colour,
            strokeWidth: 2,
            strokeDasharray: dash,
          }),
          Plot.dot(cutOff.threshold === null ? [] : [cutOff], {
            x: (best: typeof cutOff) => 1 - (best.specificity?.estimate ?? 0),
            y: (best: typeof cutOff) => best.sensitivity?.estimate ?? 0,
            r: 5,
            fill: colour,
            stroke: 'var(--surface)',
          }),
          Plot.dot(published, {
            x: (one: (typeof published)[number]) => 1 - (one.specificity.estimate ?? Number.NaN),
            y: (one: (typeof published)[number]) => one.sensitivity.estimate ?? Number.NaN,
            symbol: 'diamond',
            r: 6,
            stroke: colour,
            strokeWidth: 2,
            fill: 'var(--surface)',
          }),
          Plot.text(published, {
            x: (one: (typeof published)[number]) => 1 - (one.specificity.estimate ?? Number.NaN),
            y: (one: (typeof published)[number]) => one.sensitivity.estimate ?? Number.NaN,
            text: (_: unknown, place: number) => words.published(marker, place),
            textAnchor: 'end',
            dx: -10,
            dy: -10 + index * 22,
            fill: colour,
            fontWeight: 600,
          }),
          Plot.text([words.marker(marker)], {
            x: () => legend + 0.1,
            y: () => 0.13 - index * 0.06,
            textAnchor: 'start',
            fill: colour,
            fontWeight: 600,
          }),
          Plot.line(
            [
              [legend, 0.13 - index * 0.06],
              [legend + 0.08, 0.13 - index * 0.06],
            ],
            { stroke: colour, strokeWidth: 2, strokeDasharray: dash },
          ),
        ];
      }),
      Plot.tip(
        shown.flatMap(({ points, marker }) => points.map((point): Placed => ({ ...point, marker }))),
        Plot.pointer({
          x: fallOut,
          y: 'sensitivity',
          title: (point: Placed) => words.tip(point.marker, point),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

const percentTick = (words: FigureWords) => (share: number) => words.number(share * 100);
const fallOut = ({ specificity }: RocPoint): number => 1 - specificity;

/** The corners that are drawn of a curve. */
export function cornersOf({ curve: { points } }: Pick<EarlyPredictor, 'curve'>): readonly RocPoint[] {
  const step = Math.ceil(points.length / mostCorners);
  return points.filter((_, place) => place % step === 0 || place === points.length - 1);
}
