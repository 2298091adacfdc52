import type { DriftItem } from '@core/domain/drift-item';
import { contractRuleSentence } from './contract-rule';
import type { Words } from './words';

/** What a number of two extracts is of: a table, a column, a centre, a rule as a sentence. */
export function driftSubject({ say, language }: Words, { topic, subject }: DriftItem): string {
  if (topic === 'rule') return contractRuleSentence(subject ?? '', language);
  return subject ?? say('drift.currentCohort');
}

/** One of the two numbers of an item; a dash where that extract does not have it. */
export function driftValue(words: Words, { unit }: DriftItem, value: number | null): string {
  if (value === null) return '–';
  switch (unit) {
    case 'count':
      return words.number(value);
    case 'share':
      return words.percent(value, 1);
    case 'value':
      return words.number(value, { maximumSignificantDigits: 4 });
    case 'different':
      return words.say('drift.different', { count: value });
  }
}

/** By how much it moved, in the unit of the item; a distribution in standard deviations. */
export function driftMove(words: Words, { unit, before, after, difference }: DriftItem): string {
  if (unit === 'value') {
    return difference === null
      ? '–'
      : words.say('drift.deviations', { by: words.number(difference, { maximumFractionDigits: 2 }) });
  }
  if (before === null || after === null) return words.say(before === null ? 'drift.new' : 'drift.gone');
  const by = after - before;
  const sign = by > 0 ? '+' : '';
  return unit === 'share'
    ? words.say('drift.points', { by: `${sign}${words.number(100 * by, { maximumFractionDigits: 1 })}` })
    : `${sign}${words.number(by)}`;
}

/** An item as a line: «Completeness of diagnosis.spleen_cm: 80 % → 60 % (−20 points)». */
export function driftSentence(words: Words, item: DriftItem): string {
  return words.say('drift.line', {
    topic: words.say(`drift.topic.${item.topic}`),
    subject: driftSubject(words, item),
    before: driftValue(words, item, item.before),
    after: driftValue(words, item, item.after),
    move: driftMove(words, item),
  });
}
