import { useWords } from '@language/use-words';
import { notebookIds } from './notebook-list';
import styles from './notebooks-view.module.css';

/** The notebooks, each with its question, as links to their pages. */
export function NotebooksView() {
  const { say } = useWords();
  return (
    <div className={styles.screen}>
      <p className={styles.lead}>{say('notebooks.lead')}</p>
      <ol className={styles.list} aria-label={say('notebooks.list')}>
        {notebookIds.map((id) => (
          <li key={id} className={styles.entry}>
            <a href={`./notebooks/${id}.html`}>{say(`notebooks.${id}`)}</a>
            <p>{say(`notebooks.${id}.question`)}</p>
          </li>
        ))}
      </ol>
      <p className={styles.lead}>{say('notebooks.own')}</p>
      <p className={styles.lead}>{say('notebooks.yours')}</p>
    </div>
  );
}
