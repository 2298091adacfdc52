import { useExtract } from '@session/use-extract';
import { CohortRules } from './CohortRules';
import styles from './cohort-view.module.css';
import { EmptyCohort } from './EmptyCohort';
import { RemissionPreview } from './RemissionPreview';
import { ResponsePreview } from './ResponsePreview';

/** Rules beside the two curves. Each part asks its own question, so that an answer redraws that part alone. */
export function CohortView() {
  const extract = useExtract();
  return (
    <div className={styles.screen}>
      <CohortRules />
      <div className={styles.figures}>
        <EmptyCohort />
        <ResponsePreview />
        {extract.has('treatment_free_attempt') ? <RemissionPreview /> : null}
      </div>
    </div>
  );
}
