import { ruleText } from '@language/rule-text';
import { useWords } from '@language/use-words';
import { useCohortCounts } from '@session/use-cohort-counts';
import { useCohort, useCohortEditor, useUnreadChoices } from '@session/use-url';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import styles from './cohort-bar.module.css';

/** Who is in, on every screen: the count, and one chip per rule that removes it. */
export function CohortBar({ editable }: { readonly editable: boolean }) {
  const words = useWords();
  const { cohort, faults } = useCohort();
  const { setRule } = useCohortEditor();
  const counts = useCohortCounts();
  const chips = useRef<HTMLUListElement>(null);
  const unread = [...faults.map(({ parameter }) => parameter), ...useUnreadChoices()];
  return (
    <div className={styles.bar}>
      <p className={styles.count} role="status" aria-busy={counts.kind === 'answered' && counts.refreshing}>
        {counts.kind === 'answered'
          ? words.say('cohort.count', { inCohort: counts.answer.inCohort, patients: counts.answer.patients })
          : words.say(counts.kind === 'failed' ? 'figure.failed' : 'figure.asking')}
      </p>
      <ul ref={chips} tabIndex={-1} className={styles.chips} aria-label={words.say('cohort.rules')}>
        {cohort.rules.map((rule) => (
          <li key={rule.variable} className={styles.chip}>
            <span className={styles.chipName}>{words.say(`clinic.${rule.variable}`)}</span>{' '}
            {ruleText(rule, words)}
            <Button
              className={styles.remove ?? ''}
              aria-label={words.say('cohort.clearRule', { variable: words.say(`clinic.${rule.variable}`) })}
              onPress={() => {
                setRule(rule.variable, null);
                // The button goes with its chip: the keyboard stays at the list.
                chips.current?.focus();
              }}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      {editable ? (
        <Link to="/cohort" search={((before: unknown) => before) as never} className={styles.edit}>
          {words.say('cohort.edit')}
        </Link>
      ) : null}
      {unread.length === 0 ? null : (
        <p className={styles.faults} role="status">
          {words.say('shell.linkFaults', {
            parameters: words.list(unread),
          })}
        </p>
      )}
    </div>
  );
}
