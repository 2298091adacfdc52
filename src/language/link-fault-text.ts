import type { UrlFault } from '@core/cohort/cohort-url';
import { jsonFaultText } from './json-fault-text';
import type { Words } from './use-words';

/** A part of a link that was left aside: its parameter, and what was expected; inside a definition, where. */
export function linkFaultText(words: Words, { parameter, reason, fault }: UrlFault): string {
  const expected = fault === undefined ? words.say(`link.${reason}`) : jsonFaultText(words, fault);
  return words.say('link.fault', { parameter, expected });
}
