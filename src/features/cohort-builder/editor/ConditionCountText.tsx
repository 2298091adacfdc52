import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { Condition } from '@core/cohort/cohort-definition';
import { useWords } from '@language/use-words';
import { useConditionCount } from '@session/use-condition-count';
import { FailureNotice } from '@view/figures/FailureNotice';
import styles from './editor.module.css';

/** How a condition answers over all patients, before it is part of the cohort. */
export function ConditionCountText({
  condition,
  index,
}: {
  readonly condition: Condition | null;
  readonly index: AnchorEvent;
}) {
  const words = useWords();
  const count = useConditionCount(condition, index);
  if (count instanceof Error) return <FailureNotice error={count} words={words} />;
  if (condition === null) return null;
  return (
    <p className={styles.count} role="status" aria-busy={count === null || count.refreshing}>
      {count === null ? words.say('figure.asking') : words.say('editor.count', { ...count.overall })}
    </p>
  );
}
