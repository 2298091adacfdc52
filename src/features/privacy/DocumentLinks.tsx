import { useWords } from '@language/use-words';
import styles from './privacy-view.module.css';

/** What goes with the release, to be saved: a page in a sandbox opens no other. */
export function DocumentLinks() {
  const { say, language } = useWords();
  const documents = [
    ['installation', `documents/installation.${language}.md`],
    ['security', `documents/security.${language}.md`],
    ['materials', 'sbom.cdx.json'],
    ['licences', 'THIRD-PARTY-LICENSES.txt'],
  ] as const;
  return (
    <ul className={styles.documents} aria-label={say('privacy.documents')}>
      {documents.map(([id, path]) => (
        <li key={id}>
          <a href={`./${path}`} download>
            {say(`privacy.document.${id}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
