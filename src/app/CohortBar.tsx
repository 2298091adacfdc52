import { withRules } from '@core/cohort/cohort-definition';
import { cohortDescription } from '@language/cohort-description';
import { ruleSentence } from '@language/cohort-sentence';
import { linkFaultText } from '@language/link-fault-text';
import { useWords } from '@language/use-words';
import { useCohortCharts } from '@session/use-cohort-charts';
import { useCohort, useCohortEditor, useUnreadChoices } from '@session/use-url';
import { Link } from '@tanstack/react-router';
import { Expander } from '@view/ui/Expander';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { CohortMenu } from './CohortMenu';
import styles from './cohort-bar.module.css';
import { StepButtons } from './StepButtons';

/** Who is in, on every screen: the count, steps back and forth, named cohorts, one chip per rule, and all of it in words. */
export function CohortBar({ editable }: { readonly editable: boolean }) {
  const words = useWords();
  const { cohort, faults } = useCohort();
  const { editCohort } = useCohortEditor();
  const counts = useCohortCharts();
  const chips = useRef<HTMLUListElement>(null);
  const unread = [...faults.map((fault) => linkFaultText(words, fault)), ...useUnreadChoices()];
  return (
    <div className={styles.bar}>
      <p className={styles.count} role="status" aria-busy={counts.kind === 'answered' && counts.refreshing}>
        {counts.kind === 'answered'
          ? words.say('cohort.count', { inCohort: counts.answer.inCohort, patients: counts.answer.patients })
          : words.say(counts.kind === 'failed' ? 'figure.failed' : 'figure.asking')}
      </p>
      <div className={styles.tools}>
        <StepButtons />
        <CohortMenu />
      </div>
      <ul ref={chips} tabIndex={-1} className={styles.chips} aria-label={words.say('cohort.rules')}>
        {cohort.rules.map((rule, place) => (
          <li key={JSON.stringify([rule, place])} className={styles.chip}>
            {ruleSentence(words, rule)}
            <Button
              className={styles.remove ?? ''}
              aria-label={words.say('cohort.clearRule', { rule: ruleSentence(words, rule) })}
              onPress={() => {
                editCohort((before) => withRules(before, before.rules.toSpliced(place, 1)));
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
      <div className={styles.words}>
        <Expander label={words.say('workspace.inWords')} level={2} look="link">
          <ul className={styles.sentences}>
            {cohortDescription(words, cohort).map((sentence, place) => (
              <li key={JSON.stringify([sentence, place])}>{sentence}</li>
            ))}
          </ul>
        </Expander>
      </div>
      {unread.length === 0 ? null : (
        <p className={styles.faults} role="status">
          {words.say('link.faults', { parameters: words.list(unread) })}
        </p>
      )}
    </div>
  );
}
