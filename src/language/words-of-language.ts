import { createIntl } from 'react-intl';
import { wordsIn } from './catalogue';
import { type Language, locales } from './message';
import { type Words, wordsOf } from './words';

const made = new Map<Language, Words>();

/** Words of a language that is not that of the screen: for files that are in both. */
export function wordsOfLanguage(language: Language): Words {
  const words =
    made.get(language) ?? wordsOf(createIntl({ locale: locales[language], messages: wordsIn(language) }));
  made.set(language, words);
  return words;
}
