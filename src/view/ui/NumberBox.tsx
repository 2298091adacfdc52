import { useWords } from '@language/use-words';
import type { ComponentProps, ReactNode } from 'react';
import { NumberEntry } from './NumberEntry';
import { useSteady } from './use-steady';

type EntryProps = ComponentProps<typeof NumberEntry>;
type Props = Omit<EntryProps, 'decimalSign' | 'notANumber'>;

/** A number to type, in the reader's language. */
export function NumberBox(props: Props): ReactNode {
  const words = useWords();
  const inLanguage = {
    decimalSign: words.language === 'fr' ? ',' : '.',
    notANumber: words.say('editor.notANumber'),
  };
  return useSteady({ ...props, ...inLanguage }, numberEntry);
}

const numberEntry = (props: EntryProps): ReactNode => <NumberEntry {...props} />;
