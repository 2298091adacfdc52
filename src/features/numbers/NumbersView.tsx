import { useWords } from '@language/use-words';
import { useReferenceCheck } from '@session/use-reference-check';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { checkSummary } from './check-summary';
import { Disagreements } from './Disagreements';
import { MethodTable } from './MethodTable';
import styles from './numbers-view.module.css';

export function NumbersView() {
  const { say } = useWords();
  const { phase, methods, start, cancel } = useReferenceCheck();
  const { finished, cases, values, disagreeing } = checkSummary(methods);
  const all = methods.length;
  const progress = say('numbers.progress', { done: finished, all });
  return (
    <div className={styles.screen}>
      <p className={styles.lead}>{say('numbers.lead')}</p>
      <div className={styles.actions}>
        <Button onPress={phase === 'running' ? cancel : start}>
          {say(phase === 'running' ? 'numbers.cancel' : 'numbers.again')}
        </Button>
        {phase === 'running' ? (
          <>
            <progress aria-label={say('numbers.table')} max={all} value={finished} />
            <span>{progress}</span>
          </>
        ) : null}
      </div>
      <div role="status" className={styles.verdict}>
        {phase === 'done' && disagreeing.length === 0 ? (
          <p className={styles.agree}>✓ {say('numbers.agree', { cases, values, methods: all })}</p>
        ) : null}
        {phase === 'cancelled' ? <p className={styles.stopped}>{say('numbers.cancelled')}</p> : null}
      </div>
      {phase === 'failed' ? <Notice tone="danger" title={say('numbers.failed')} /> : null}
      {disagreeing.length === 0 ? null : <Disagreements methods={disagreeing} />}
      <MethodTable methods={methods} />
      <p className={styles.note}>{say('numbers.note')}</p>
    </div>
  );
}
