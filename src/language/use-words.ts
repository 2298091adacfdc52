import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type Words, wordsOf } from './words';

export type { Words } from './words';

/** Words and numbers in the language of the screen. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
}
