import type { IncidenceEstimate } from '@core/statistics/survival/incidence-at';
import type { Words } from '@language/use-words';
import { shareText } from './estimate-text';

/** A cumulative incidence with its interval where it has one; a dash where it is not defined. */
export function incidenceText(incidence: IncidenceEstimate | undefined, words: Words): string {
  if (incidence === undefined || incidence.estimate === null) return '–';
  const share = shareText(incidence.estimate, words);
  const { lower = null, upper = null } = incidence.interval ?? {};
  if (lower === null || upper === null) return share;
  return words.say('practice.share', {
    share,
    lower: shareText(lower, words),
    upper: shareText(upper, words),
  });
}
