import { useIntl } from 'react-intl';
import { type Words, wordsOf } from './words';

export type { Words } from './words';

/** Words and numbers in the language of the screen. */
export function useWords(): Words {
  return wordsOf(useIntl());
}
