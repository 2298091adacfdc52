import { wordsIn } from '@language/catalogue';
import type { Language } from '@language/message';
import { type Words, wordsOf } from '@language/words';
import { createIntl } from 'react-intl';

/** The words of one language outside of a screen. */
export const wordsFor = (language: Language): Words =>
  wordsOf(createIntl({ locale: language === 'fr' ? 'fr-FR' : 'en-GB', messages: wordsIn(language) }));
