import type { EarlyPredictor } from '@core/analyses/early-predictors';
import { facts } from '@core/cohort/fact-vocabulary';
import type { PredictorMarkerId } from '@core/domain/early-predictor';
import type { Proportion } from '@core/statistics/proportions/proportion';
import { quantity } from '@language/number-text';
import type { Words } from '@language/use-words';
import { shareText } from './estimate-text';

export const markerName = (marker: PredictorMarkerId, words: Words): string =>
  words.say(`predictors.marker.${marker}`);

/** A value of a marker with its unit, three significant digits; an infinite threshold is "all" or "none". */
export function markerText(marker: PredictorMarkerId, value: number, words: Words): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return quantity(words, Number(value.toPrecision(3)), facts[marker].unit);
}

export const threeDecimals = (value: number, words: Words): string =>
  words.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** An AUC with its interval, or a dash. */
export function aucText({ auc }: EarlyPredictor, words: Words): string {
  if (auc.estimate === null) return '–';
  const { interval } = auc;
  if (interval === null) return threeDecimals(auc.estimate, words);
  const range = words.say('figure.interval', {
    lower: threeDecimals(interval.lower ?? 0, words),
    upper: threeDecimals(interval.upper ?? 1, words),
  });
  return `${threeDecimals(auc.estimate, words)} (${range})`;
}

/** A sensitivity or specificity with its interval, or a dash. */
export function proportionText({ estimate, interval }: Proportion, words: Words): string {
  if (estimate === null) return '–';
  const range = words.say('figure.interval', {
    lower: shareText(interval?.lower ?? null, words),
    upper: shareText(interval?.upper ?? null, words),
  });
  return `${shareText(estimate, words)} (${range})`;
}

/** A published cut-off: «≤ 10% IS». */
export function publishedText(
  marker: PredictorMarkerId,
  { value, positive }: EarlyPredictor['published'][number],
  words: Words,
): string {
  const text = quantity(words, value, facts[marker].unit);
  return words.say(positive === 'at_most' ? 'predictors.publishedAtMost' : 'predictors.publishedBelow', {
    value: text,
  });
}
