import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import styles from './chart-card.module.css';

interface Props {
  readonly fact: FactId;
  readonly hasRule: boolean;
  readonly onClear: () => void;
  readonly onRemove: (fact: FactId) => void;
}

/** The name of a chart, and the ways to be rid of its rule and of itself. */
export const CardHead = memo(function CardHead({ fact, hasRule, onClear, onRemove }: Props) {
  const { say } = useWords();
  const name = say(`clinic.${fact}`);
  return (
    <div className={styles.head}>
      <h3>{name}</h3>
      {hasRule ? (
        <Button
          className={styles.clear ?? ''}
          aria-label={say('explorer.clearOf', { rule: name })}
          onPress={onClear}
        >
          {say('explorer.clear')}
        </Button>
      ) : null}
      <Button
        className={styles.remove ?? ''}
        aria-label={say('explorer.removeChart', { chart: name })}
        onPress={() => onRemove(fact)}
      >
        ✕
      </Button>
    </div>
  );
});
