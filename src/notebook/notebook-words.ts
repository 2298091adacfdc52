import { wordsIn } from '@language/catalogue';
import { type Words, wordsOf } from '@language/words';
import { createIntl } from 'react-intl';

/** Words and numbers of the language that notebooks are written in. */
export const notebookWords: Words = wordsOf(createIntl({ locale: 'en-GB', messages: wordsIn('en') }));
