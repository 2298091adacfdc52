import { type CohortDefinition, type FactRule, mostRules } from '@core/cohort/cohort-definition';
import { withFilterAsRule } from '@core/cohort/patient-list';
import { ruleSentence } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { useCohortEditor } from '@session/use-url';
import { Button } from '@view/ui/Button';
import { useRef } from 'react';
import styles from './patients-view.module.css';

interface Props {
  readonly cohort: CohortDefinition;
  readonly filters: readonly FactRule[];
  readonly onRemove: (filter: FactRule) => void;
}

/** What narrows the list, in words; each can become a rule of the cohort. */
export function ListFilters({ cohort, filters, onRemove }: Props) {
  const words = useWords();
  const { editCohort } = useCohortEditor();
  const bar = useRef<HTMLUListElement>(null);
  const isFull = cohort.rules.length >= mostRules;
  const leave = (filter: FactRule) => {
    onRemove(filter);
    // The button goes with its filter: the keyboard stays at the list of filters.
    bar.current?.focus();
  };
  return (
    <>
      <ul ref={bar} tabIndex={-1} className={styles.filters} aria-label={words.say('patients.filters')}>
        {filters.map((filter) => {
          const sentence = ruleSentence(words, filter);
          return (
            <li key={filter.condition.fact} className={styles.chip}>
              <span>{sentence}</span>
              <Button
                look="quiet"
                isDisabled={isFull}
                onPress={() => {
                  editCohort((before) => withFilterAsRule(before, filter));
                  leave(filter);
                }}
              >
                {words.say('patients.makeRule')}
              </Button>
              <Button
                look="quiet"
                aria-label={words.say('patients.clearFilterOf', { rule: sentence })}
                onPress={() => leave(filter)}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ul>
      {isFull && filters.length > 0 ? (
        <p className={styles.note}>{words.say('patients.tooManyRules')}</p>
      ) : null}
    </>
  );
}
