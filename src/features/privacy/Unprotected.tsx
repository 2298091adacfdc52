import { useWords } from '@language/use-words';
import styles from './privacy-view.module.css';

const residues = ['camera', 'extension', 'code', 'server', 'browser', 'workstation', 'older'] as const;

/** What no page can protect against, said plainly. */
export function Unprotected() {
  const { say } = useWords();
  return (
    <section className={styles.panel} aria-labelledby="unprotected">
      <h2 id="unprotected">{say('privacy.unprotected')}</h2>
      <ul className={styles.list}>
        {residues.map((residue) => (
          <li key={residue}>{say(`privacy.unprotected.${residue}`)}</li>
        ))}
      </ul>
    </section>
  );
}
