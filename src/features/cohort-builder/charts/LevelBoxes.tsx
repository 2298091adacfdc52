import type { CategoryFactId } from '@core/cohort/fact-vocabulary';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { memo } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import styles from './chart-card.module.css';
import { LevelCount } from './LevelCount';

interface Props {
  readonly fact: CategoryFactId;
  readonly levels: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}

/** The check boxes of a fact. They stand as long as the levels and the choice are the same, whatever the counts. */
export const LevelBoxes = memo(
  function LevelBoxes({ fact, levels, chosen, onChoose }: Props) {
    const words = useWords();
    return (
      <CheckboxGroup
        aria-label={words.say(`clinic.${fact}`)}
        value={[...chosen]}
        onChange={onChoose}
        className={styles.levels ?? ''}
      >
        {levels.map((level) => (
          <Checkbox key={level} value={level} className={styles.level ?? ''}>
            <CheckMark />
            <span className={styles.levelName}>{factCode(words, fact, level)}</span>
            <LevelCount level={level} />
          </Checkbox>
        ))}
      </CheckboxGroup>
    );
  },
  (before, after) =>
    before.onChoose === after.onChoose &&
    JSON.stringify([before.levels, before.chosen]) === JSON.stringify([after.levels, after.chosen]),
);
