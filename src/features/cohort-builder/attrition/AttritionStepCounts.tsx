import type { AttritionStep } from '@core/cohort/attrition';
import type { UnknownPolicy } from '@core/cohort/cohort-definition';
import { useWords } from '@language/use-words';
import styles from './attrition.module.css';

interface Props {
  readonly step: AttritionStep | null;
  readonly patients: number;
  readonly policy: UnknownPolicy;
  /** The rule is in: only then is it worth saying whom it keeps out alone. */
  readonly isRule: boolean;
}

/** How many come to a step, leave and remain, in words and as a bar of all patients. */
export function AttritionStepCounts({ step, patients, policy, isRule }: Props) {
  const words = useWords();
  const { say } = words;
  if (step === null) return <p className={styles.leaving}>{say('figure.asking')}</p>;
  const { entering, remaining, notMet, unknown, leaving, failsOnlyThis } = step;
  const share = (count: number) => `${patients === 0 ? 0 : (100 * count) / patients}%`;
  return (
    <>
      <p className={styles.path}>
        <span aria-hidden="true">{words.number(entering)} → </span>
        <span className="visually-hidden">{say('explorer.entering', { entering })} </span>
        <strong>{say('explorer.remaining', { remaining })}</strong>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.barRemaining} style={{ width: share(remaining) }} />
        <span className={styles.barNotMet} style={{ width: share(notMet) }} />
        <span className={styles.barUnknown} style={{ width: share(policy === 'include' ? 0 : unknown) }} />
      </div>
      <p className={styles.leaving}>{say('explorer.leaving', { leaving, notMet, unknown, policy })}</p>
      {isRule && failsOnlyThis > 0 ? (
        <p className={styles.leaving}>{say('explorer.onlyThis', { count: failsOnlyThis })}</p>
      ) : null}
    </>
  );
}
