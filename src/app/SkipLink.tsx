import { useWords } from '@language/use-words';
import styles from './shell.module.css';

/** First stop of the keyboard. A button, not a link: the address after `#` belongs to the screens. */
export function SkipLink() {
  const { say } = useWords();
  return (
    <button type="button" className={styles.skip} onClick={() => document.getElementById('content')?.focus()}>
      {say('shell.skip')}
    </button>
  );
}
