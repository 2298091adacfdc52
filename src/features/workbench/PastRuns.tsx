import { useWords, type Words } from '@language/use-words';
import { workbench } from '@session/use-workbench';
import type { PastRun } from '@session/workbench-store';
import { Button } from '@view/ui/Button';
import { secondsText } from './run-text';
import styles from './workbench-view.module.css';

/** What was run in this page, latest first. */
export function PastRuns({ past }: { readonly past: readonly PastRun[] }) {
  const words = useWords();
  const { say } = words;
  if (past.length === 0) return <p className={styles.hint}>{say('workbench.noHistory')}</p>;
  return (
    <ol className={styles.past}>
      {past.map((run) => (
        <li key={run.id} className={styles.pastRun}>
          <pre className={styles.pastSql}>{run.sql}</pre>
          <span className={styles.hint}>{endText(run, words)}</span>
          <Button
            look="quiet"
            aria-label={say('workbench.reopenOf', { number: run.id })}
            onPress={() => workbench.open(run.sql)}
          >
            {say('workbench.reopen')}
          </Button>
        </li>
      ))}
    </ol>
  );
}

function endText(run: PastRun, words: Words): string {
  const { say } = words;
  switch (run.ended) {
    case 'answered':
      return say('workbench.pastRows', {
        rows: run.rows ?? 0,
        seconds: secondsText(run.milliseconds, words),
      });
    case 'planned':
      return say('workbench.pastPlanned');
    case 'failed':
      return say('workbench.pastFailed');
    case 'cancelled':
      return say('workbench.pastCancelled');
  }
}
