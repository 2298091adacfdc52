import type { AppError } from '@core/base/app-error';
import { failureText } from '@language/failure-text';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { FileTrigger } from 'react-aria-components';
import styles from './export-panel.module.css';

interface Props {
  readonly reading:
    | { readonly kind: 'idle' | 'reading' }
    | { readonly kind: 'failed'; readonly error: AppError };
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
}

/** Chooses the folder or the files of an earlier extract, and says what became of reading it. */
export function EarlierExtractField({ reading, onFiles, onCancel }: Props) {
  const words = useWords();
  const { say } = words;
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles(Array.from(files));
  };
  return (
    <>
      <div className={styles.buttons}>
        <FileTrigger acceptDirectory onSelect={take}>
          <Button>{say('extract.chooseFolder')}</Button>
        </FileTrigger>
        <FileTrigger allowsMultiple onSelect={take}>
          <Button>{say('extract.chooseFiles')}</Button>
        </FileTrigger>
        {reading.kind === 'reading' ? <Button onPress={onCancel}>{say('drift.cancel')}</Button> : null}
      </div>
      <p role="status">{reading.kind === 'reading' ? say('drift.reading') : ''}</p>
      {reading.kind === 'failed' ? (
        <Notice tone="danger" title={say('drift.refused')}>
          <p>{failureText(reading.error, words).what}</p>
          <p>{failureText(reading.error, words).next}</p>
        </Notice>
      ) : null}
    </>
  );
}
