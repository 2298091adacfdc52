import { useWords } from '@language/use-words';
import { useCardCounts } from './card-counts';
import styles from './chart-card.module.css';

/** How many have one category, as a number and as a bar. */
export function LevelCount({ level }: { readonly level: string }) {
  const words = useWords();
  const { rows, most } = useCardCounts();
  const { patients, inCohort } = rows.find(({ id }) => id === level) ?? { patients: 0, inCohort: 0 };
  return (
    <>
      <span className={styles.levelCount} aria-hidden="true">
        {words.number(inCohort)}
      </span>
      <span className="visually-hidden">, {words.say('cohort.levelCount', { inCohort, patients })}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.barAll} style={{ transform: `scaleX(${patients / most})` }} />
        <span className={styles.barIn} style={{ transform: `scaleX(${inCohort / most})` }} />
      </span>
    </>
  );
}
