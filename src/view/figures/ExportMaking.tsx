import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { ExportOutcomeNotice } from './ExportOutcomeNotice';
import styles from './export-panel.module.css';
import type { Making } from './use-making';

interface Props {
  readonly making: Making;
  readonly threshold: number;
}

/** How far something is that leaves, with a way to give it up; then what came of it. */
export function ExportMaking({ making: { progress, outcome, cancel }, threshold }: Props) {
  const { say } = useWords();
  if (progress !== null) return <MakingProgress progress={progress} cancel={cancel} />;
  if (outcome === null) return null;
  if (outcome === 'failed') return <Notice tone="danger" title={say('exports.failed')} />;
  if (outcome === 'cancelled') return <Notice tone="info" title={say('exports.cancelled')} />;
  return <ExportOutcomeNotice outcome={outcome} threshold={threshold} />;
}

interface ProgressProps extends Pick<Making, 'cancel'> {
  readonly progress: NonNullable<Making['progress']>;
}

/** How far the audit is, with a way to give it up. */
export function MakingProgress({ progress, cancel }: ProgressProps) {
  const { say } = useWords();
  return (
    <div className={styles.buttons}>
      <Button onPress={cancel}>{say('exports.cancel')}</Button>
      {progress === 'begun' ? null : (
        // Read out as the value of a bar, not as a message for every step.
        <label className={styles.progress}>
          {say('exports.auditing')}
          <progress value={progress.checked} max={Math.max(1, progress.small)} />
        </label>
      )}
    </div>
  );
}
