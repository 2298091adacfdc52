import type { CategoryChart } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { memo } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { Facet } from './Facet';
import styles from './facet.module.css';
import { type FacetProps, sameFacet } from './facet-props';

/** One fact with categories: a check chooses a level; no check at all is no rule. Levels that nobody has are left out. */
export const CategoryFacet = memo(function CategoryFacet(props: FacetProps<CategoryChart>) {
  const { chart, rule, onRule } = props;
  const { fact } = chart;
  const words = useWords();
  const chosen = rule?.condition.kind === 'category' ? rule.condition.values : [];
  const levels = chart.levels.filter(
    ({ level, patients }) => level !== null && (patients > 0 || chosen.includes(level)),
  );
  const most = Math.max(1, ...levels.map(({ patients }) => patients));
  const unknown = rule?.unknown ?? 'exclude';
  const choose = (values: string[]) =>
    onRule(fact, values.length === 0 ? null : { condition: { kind: 'category', fact, values }, unknown });
  return (
    <Facet
      {...props}
      unknown={chart.levels.find(({ level }) => level === null)?.patients ?? 0}
      collapsed={fact === 'centre'}
    >
      <CheckboxGroup
        aria-label={words.say(`clinic.${fact}`)}
        value={[...chosen]}
        onChange={choose}
        className={styles.levels ?? ''}
      >
        {levels.map(({ level, patients, inCohort }) => (
          <Checkbox key={level} value={level ?? ''} className={styles.level ?? ''}>
            <span className={styles.box} aria-hidden="true" />
            <span className={styles.levelName}>{factCode(words, fact, level ?? '')}</span>
            <span className={styles.levelCount} aria-hidden="true">
              {words.number(inCohort)}
            </span>
            <span className="visually-hidden">
              , {words.say('cohort.levelCount', { inCohort, patients })}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.barAll} style={{ width: `${(100 * patients) / most}%` }} />
              <span className={styles.barIn} style={{ width: `${(100 * inCohort) / most}%` }} />
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </Facet>
  );
}, sameFacet);
