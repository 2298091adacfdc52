import { useExtractSession } from '@session/use-extract';
import { Dictionary } from './Dictionary';
import styles from './extract-view.module.css';
import { Identity } from './Identity';
import { OpenExtractPanel } from './OpenExtractPanel';
import { Tables } from './Tables';

export function ExtractView() {
  const { extract } = useExtractSession();
  return (
    <div className={styles.screen}>
      <OpenExtractPanel />
      {extract === null ? null : (
        <>
          <Identity extract={extract} />
          <Tables extract={extract} />
        </>
      )}
      <Dictionary />
    </div>
  );
}
