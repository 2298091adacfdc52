import type { FactRule } from '@core/cohort/cohort-definition';
import type { CategoryChart } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import styles from './column-filter.module.css';

interface Props {
  readonly chart: CategoryChart;
  readonly filter: FactRule | null;
  readonly onFilter: (filter: FactRule | null) => void;
}

/** The codes that may stay, "not known" among them. */
export function CategoryFilter({ chart, filter, onFilter }: Props) {
  const words = useWords();
  const { fact } = chart;
  const values = filter?.condition.kind === 'category' ? filter.condition.values : [];
  const unknown = filter?.unknown ?? 'exclude';
  const levels = chart.levels.filter(
    ({ level, patients }) => level !== null && (patients > 0 || values.includes(level)),
  );
  const notKnown = chart.levels.find(({ level }) => level === null);
  const choose = (next: readonly string[], unknownNext: 'include' | 'exclude') => {
    const isNone = next.length === 0 && unknownNext === 'exclude';
    onFilter(isNone ? null : { condition: { kind: 'category', fact, values: next }, unknown: unknownNext });
  };
  return (
    <>
      <CheckboxGroup
        className={styles.levels ?? ''}
        aria-label={words.say(`clinic.${fact}`)}
        value={[...values]}
        onChange={(next) => choose(next, unknown)}
      >
        {levels.map(({ level, inCohort }) => (
          <Checkbox key={level} value={level ?? ''} className={styles.level ?? ''}>
            <CheckMark />
            <span>{factCode(words, fact, level ?? '')}</span>
            <span className={styles.count}>{words.number(inCohort)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {notKnown === undefined || (notKnown.patients === 0 && unknown === 'exclude') ? null : (
        <Checkbox
          className={styles.level ?? ''}
          isSelected={unknown === 'include'}
          onChange={(keep) => choose(values, keep ? 'include' : 'exclude')}
        >
          <CheckMark />
          <span>{words.say('patients.unknownLevel', { unknown: notKnown.inCohort })}</span>
        </Checkbox>
      )}
    </>
  );
}
