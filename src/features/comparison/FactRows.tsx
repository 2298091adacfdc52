import { type FactId, factIds, isFactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { rowsParameter, textOfFacts } from '@session/url-choices';
import { useUrlParameter } from '@session/use-url';
import { Button } from '@view/ui/Button';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Expander } from '@view/ui/Expander';
import { useEffect, useRef, useState } from 'react';
import styles from './comparison-view.module.css';

/** Which facts are rows of Table 1, and in which order. */
export function FactRows({ facts }: { readonly facts: readonly FactId[] }) {
  const { say } = useWords();
  const [, setText] = useUrlParameter(rowsParameter);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  /** The button to which the keyboard returns once the rows stand in their new order. */
  const returnTo = useRef<string | null>(null);
  useEffect(() => {
    if (returnTo.current === null || facts.length < 0) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-button="${returnTo.current}"]`);
    (button ?? list.current)?.focus();
    returnTo.current = null;
  }, [facts]);
  const set = (next: readonly FactId[]) => setText(textOfFacts(next));
  const move = (fact: FactId, by: -1 | 1) => {
    const from = facts.indexOf(fact);
    const to = from + by;
    if (to < 0 || to >= facts.length) return;
    returnTo.current = `${fact} ${by}`;
    setSaid(say('comparison.moved', { name: say(`clinic.${fact}`), place: to + 1 }));
    set(facts.toSpliced(from, 1).toSpliced(to, 0, fact));
  };
  const remove = (fact: FactId) => {
    returnTo.current = 'none';
    set(facts.filter((one) => one !== fact));
  };
  return (
    <Expander label={say('comparison.facts')} level={3} look="link">
      <ol ref={list} tabIndex={-1} className={styles.facts} aria-label={say('comparison.facts')}>
        {facts.map((fact) => {
          const name = say(`clinic.${fact}`);
          return (
            <li key={fact}>
              <span>{name}</span>
              <Button
                look="quiet"
                data-button={`${fact} -1`}
                aria-label={say('comparison.moveUp', { name })}
                onPress={() => move(fact, -1)}
              >
                ↑
              </Button>
              <Button
                look="quiet"
                data-button={`${fact} 1`}
                aria-label={say('comparison.moveDown', { name })}
                onPress={() => move(fact, 1)}
              >
                ↓
              </Button>
              <Button
                look="quiet"
                aria-label={say('comparison.removeFact', { name })}
                onPress={() => remove(fact)}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ol>
      <div className={styles.versions}>
        <ChoiceField
          label={say('comparison.addFact')}
          options={[
            { id: 'none', label: say('comparison.addFactNone') },
            ...factIds
              .filter((fact) => !facts.includes(fact))
              .map((fact) => ({ id: fact, label: say(`clinic.${fact}`) })),
          ]}
          chosen="none"
          onChoose={(id) => {
            if (isFactId(id)) set([...facts, id]);
          }}
        />
        <Button onPress={() => setText(undefined)}>{say('comparison.factsReset')}</Button>
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </Expander>
  );
}
