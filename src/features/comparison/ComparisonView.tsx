import { everyone } from '@core/cohort/cohort-definition';
import { saysTheSame } from '@core/cohort/same-definition';
import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';
import { ChangeSection } from './ChangeSection';
import { CohortChoice } from './CohortChoice';
import styles from './comparison-view.module.css';
import { Definitions } from './Definitions';
import { OverlapSection } from './OverlapSection';
import { TableOneSection } from './TableOneSection';
import { useComparison } from './use-comparison';

/** Cohorts side by side: who is in several, who they are, what was changed. Each part asks its own question. */
export function ComparisonView() {
  const { say } = useWords();
  const choice = useComparison();
  const { chosen } = choice;
  const cohorts = chosen.flatMap(({ cohort }) => (cohort === null ? [] : [cohort]));
  const [only] = cohorts;
  const isEverybodyAlone = cohorts.length === 1 && only !== undefined && saysTheSame(only, everyone);
  return (
    <div className={styles.screen}>
      {isEverybodyAlone ? (
        <Notice tone="info" title={say('comparison.nothing')}>
          <p>{say('comparison.nothingHint')}</p>
        </Notice>
      ) : null}
      <div>
        <CohortChoice {...choice} />
        {cohorts.length === 0 ? null : <Definitions chosen={chosen} />}
      </div>
      {cohorts.length === 0 ? <Notice tone="info" title={say('comparison.pickOne')} /> : null}
      {cohorts.length >= 2 ? <OverlapSection chosen={chosen} /> : null}
      {cohorts.length >= 1 ? <TableOneSection chosen={chosen} /> : null}
      <ChangeSection {...choice} />
    </div>
  );
}
