import type { CohortDefinition, FactRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { cohortCharts } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { Button } from '@view/ui/Button';
import { CategoryFilter } from './CategoryFilter';
import styles from './column-filter.module.css';
import { RangeFilter } from './RangeFilter';

interface Props {
  readonly fact: FactId;
  readonly cohort: CohortDefinition;
  readonly filter: FactRule | null;
  readonly onFilter: (filter: FactRule | null) => void;
}

/** The filter of one column, with the levels or the ends that the cohort has. */
export function ColumnFilter({ fact, cohort, filter, onFilter }: Props) {
  const words = useWords();
  const state = useAnswer(cohortCharts, { cohort, facts: [fact] });
  const chart = state.kind === 'answered' ? state.answer.charts[0] : undefined;
  return (
    <div className={styles.filter}>
      <h3>{words.say(`clinic.${fact}`)}</h3>
      <p className={styles.note}>{words.say('patients.filterNote')}</p>
      {chart === undefined ? (
        <p role="status">{words.say(state.kind === 'failed' ? 'figure.failed' : 'figure.asking')}</p>
      ) : chart.kind === 'category' ? (
        <CategoryFilter chart={chart} filter={filter} onFilter={onFilter} />
      ) : (
        <RangeFilter chart={chart} filter={filter} onFilter={onFilter} />
      )}
      <Button isDisabled={filter === null} onPress={() => onFilter(null)}>
        {words.say('patients.clearFilter')}
      </Button>
    </div>
  );
}
