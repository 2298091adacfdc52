import { mostOverlaid } from '@core/cohort/overlap';
import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import styles from './comparison-view.module.css';
import { type ComparisonChoice, restId } from './use-comparison';

/** Which cohorts stand side by side, in the order of the list. */
export function CohortChoice({ options, chosen, choose }: ComparisonChoice) {
  const { say } = useWords();
  const ids = chosen.map(({ id }) => id);
  const isFull = ids.filter((id) => id !== restId).length >= mostOverlaid;
  return (
    <CheckboxGroup className={styles.choice ?? ''} value={[...ids]} onChange={choose}>
      <Label className={styles.choiceLabel ?? ''}>{say('comparison.choose')}</Label>
      <div className={styles.options}>
        {options.map(({ id, name }) => (
          <Checkbox
            key={id}
            value={id}
            className={styles.option ?? ''}
            isDisabled={isFull && id !== restId && !ids.includes(id)}
          >
            <CheckMark />
            <span className={styles.optionName}>{name}</span>
          </Checkbox>
        ))}
      </div>
      <p className={styles.hint}>
        {say('comparison.chooseHint', { most: mostOverlaid })} {say('comparison.restIs')}
      </p>
    </CheckboxGroup>
  );
}
