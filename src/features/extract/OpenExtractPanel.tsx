import { useWords } from '@language/use-words';
import { useExtractSession } from '@session/use-extract';
import { Button } from '@view/ui/Button';
import { FileTrigger } from 'react-aria-components';
import styles from './extract-view.module.css';

/** The ways to open an extract that need no mouse; dropping files on the page does the same. */
export function OpenExtractPanel() {
  const { say } = useWords();
  const { openChosen, openDemonstration } = useExtractSession();
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) openChosen(Array.from(files));
  };
  return (
    <section className={styles.panel} aria-labelledby="open-extract">
      <h2 id="open-extract">{say('extract.open')}</h2>
      <p className={styles.lead}>{say('extract.openLead')}</p>
      <div className={styles.buttons}>
        <FileTrigger allowsMultiple onSelect={take}>
          <Button look="primary">{say('extract.chooseFiles')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={take}>
          <Button>{say('extract.chooseFolder')}</Button>
        </FileTrigger>
        <Button onPress={openDemonstration}>{say('extract.demonstration')}</Button>
      </div>
    </section>
  );
}
