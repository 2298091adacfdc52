import type { MolecularResponse } from '@core/analyses/molecular-response';
import type { Words } from '@language/words';
import { depthRange, molecularResponseCurve } from '@view/charts/molecular-response-curve';
import { responseGeometry } from '@view/charts/response-geometry';
import { curveName } from './response-words';

export interface ResponseChartPlace {
  /** In pixels. */
  readonly width: number;
  /** The months in sight; the first five years unless said otherwise. */
  readonly fromMonth?: number;
  readonly toMonth?: number;
  /** In pixels, without the numbers under it. */
  readonly plotHeight?: number;
}

/** What the picture of a response curve says. */
export function responseWords(response: MolecularResponse | null, words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say(`response.x.${response?.origin ?? 'first_tki'}`),
    y: words.say('response.y'),
    patients: words.say('response.patients'),
    legend: words.say('response.legend'),
    level: (level: string) => curveName(response ?? { groupBy: null }, level, words),
  };
}

/**
 * Median and quartiles of BCR::ABL1 IS by visit as options of Plot, in the words of the dashboard, with the patients of each
 * visit. An empty frame without a curve.
 *
 * @param words  of the language to be read
 * @returns options with their `height` in pixels
 */
export function responseChart(
  response: MolecularResponse,
  words: Words,
  { width, fromMonth = 0, toMonth = 60, plotHeight = 320 }: ResponseChartPlace,
): ReturnType<typeof molecularResponseCurve> & { readonly height: number } {
  const grouped = response.groupBy !== null;
  const picture = { curves: response.curves, trajectories: [], grouped };
  const [lowestPercent, highestPercent] = depthRange(picture);
  const groups = grouped ? response.curves.length : 0;
  const geometry = responseGeometry({
    width,
    plotHeight,
    fromMonth,
    toMonth,
    lowestPercent,
    highestPercent,
    groups,
  });
  return {
    ...molecularResponseCurve(picture, responseWords(response, words), geometry),
    height: geometry.height,
  };
}
