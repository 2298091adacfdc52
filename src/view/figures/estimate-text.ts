import { monthsFromDays } from '@core/domain/calendar';
import type { Estimate } from '@core/statistics/survival/estimate';
import type { Words } from '@language/use-words';

/** A p-value as papers print it: two significant digits, `< 0.001` below that. */
export function pValueText(p: number, words: Words): string {
  return p < 0.001
    ? `< ${words.number(0.001)}`
    : `= ${words.number(p, { maximumSignificantDigits: 2, minimumSignificantDigits: 2 })}`;
}

/** A time in days as months, or why there is none. */
export function monthsText(estimate: Estimate, words: Words): string {
  return estimate.estimate === null
    ? words.say(
        estimate.reason === 'not-reached' || estimate.reason === 'no-events'
          ? 'figure.notReached'
          : 'figure.undefined',
      )
    : words.say('remission.monthsValue', { months: oneDecimal(monthsFromDays(estimate.estimate), words) });
}

/** The interval of a time in days, in months; a bound that is not reached is a dash. */
export function monthsIntervalText(estimate: Estimate, words: Words): string {
  const bound = (days: number | null | undefined) =>
    days == null ? '–' : oneDecimal(monthsFromDays(days), words);
  return words.say('figure.interval', {
    lower: bound(estimate.interval?.lower),
    upper: bound(estimate.interval?.upper),
  });
}

/** A probability and its interval, in percent. */
export function shareText(share: number | null, words: Words): string {
  return share === null ? '–' : words.percent(share, 1);
}

const oneDecimal = (value: number, words: Words) =>
  words.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
