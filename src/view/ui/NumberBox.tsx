import { useWords } from '@language/use-words';
import type { ComponentProps } from 'react';
import { NumberEntry } from './NumberEntry';

type Props = Omit<ComponentProps<typeof NumberEntry>, 'decimalSign' | 'notANumber'>;

/** A number to type, in the reader's language. */
export function NumberBox(props: Props) {
  const words = useWords();
  return (
    <NumberEntry
      {...props}
      decimalSign={words.language === 'fr' ? ',' : '.'}
      notANumber={words.say('editor.notANumber')}
    />
  );
}
