import { useExtract } from '@session/use-extract';
import { memo } from 'react';
import styles from './cohort-view.module.css';
import { RemissionPreview } from './RemissionPreview';
import { ResponsePreview } from './ResponsePreview';

/** The two curves of the cohort in the address. Each asks its own question, so that an answer redraws that curve alone. */
export const Previews = memo(function Previews() {
  const extract = useExtract();
  return (
    <div className={styles.figures}>
      <ResponsePreview />
      {extract.has('treatment_free_attempt') ? <RemissionPreview /> : null}
    </div>
  );
});
