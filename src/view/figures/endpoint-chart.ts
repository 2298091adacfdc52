import type { EndpointSurvival } from '@core/analyses/endpoint-survival';
import type { Words } from '@language/words';
import { stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { chartWords, curvesOf, type EndpointView, type NamedCurve } from './endpoint-words';

export interface EndpointChartPlace {
  /** In pixels. */
  readonly width: number;
  /** Last month of the axis, unless follow-up is shorter. */
  readonly horizonMonths: number;
  /** What the curves are of; free of the event unless said otherwise. */
  readonly view?: EndpointView;
}

/**
 * The curves of an endpoint as options of Plot, in the words of the dashboard: probability, interval, censor ticks, numbers
 * at risk. Without a curve (nobody analysed, or an incidence that was not estimated) an empty frame.
 *
 * @param words  of the language to be read
 * @returns options with their `height` in pixels
 */
export function endpointChart(
  survival: EndpointSurvival,
  words: Words,
  { width, horizonMonths, view = { kind: 'free' } }: EndpointChartPlace,
): ReturnType<typeof stepCurves> & { readonly height: number } {
  const { options, height } = endpointPicture(survival, curvesOf(survival, view, words), words, {
    horizonMonths,
    view,
  });
  return { ...options(width), height };
}

/** The picture of the curves of an endpoint at any width, and its height in pixels. */
export function endpointPicture(
  survival: EndpointSurvival,
  curves: readonly NamedCurve[],
  words: Words,
  { horizonMonths, view }: Required<Omit<EndpointChartPlace, 'width'>>,
) {
  const named = curves.length > 1 || survival.groupBy !== null;
  const texts = chartWords(curves, survival, view, words);
  return {
    options: (width: number) => stepCurves(curves, texts, { width, horizonMonths, named }),
    height: stepCurvesHeight(curves.filter(({ counts }) => counts !== null).length, named),
  };
}
