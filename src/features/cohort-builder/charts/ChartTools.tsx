import { chartedFacts } from '@core/cohort/charted-facts';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { memo, useMemo } from 'react';
import { groupedFacts } from '../fact-groups';
import styles from './charts-panel.module.css';

interface Props {
  readonly shown: readonly FactId[];
  readonly onShow: (facts: readonly FactId[]) => void;
}

/** What the colours mean, and which charts there are. */
export const ChartTools = memo(function ChartTools({ shown, onShow }: Props) {
  const words = useWords();
  const { say } = words;
  const offered = useMemo(() => groupedFacts(words, (fact) => !shown.includes(fact)), [words, shown]);
  return (
    <div className={styles.tools}>
      <p className={styles.legend}>
        <span className={styles.keyIn} aria-hidden="true" /> {say('explorer.legendIn')}
        <span className={styles.keyAll} aria-hidden="true" /> {say('explorer.legendAll')}
      </p>
      {shown === chartedFacts ? null : (
        <Button look="quiet" onPress={() => onShow(chartedFacts)}>
          {say('explorer.usualCharts')}
        </Button>
      )}
      {offered.length === 0 ? null : (
        <GroupedChoice
          label={say('explorer.addChart')}
          labelHidden
          placeholder={say('explorer.addChart')}
          groups={offered}
          chosen={null}
          onChoose={(fact) => onShow([...shown, fact])}
        />
      )}
    </div>
  );
});
