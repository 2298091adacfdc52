import type { CategoryChart } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { memo } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { ChartCard } from './ChartCard';
import { type CardProps, sameCard } from './card-props';
import styles from './chart-card.module.css';

/** Levels of an open list beyond these are in the table only. */
const mostLevels = 60;

/** One fact with categories: a check chooses a level; no check at all is no rule. Levels that nobody has are left out. */
export const CategoryCard = memo(function CategoryCard(props: CardProps<CategoryChart>) {
  const { chart, rule, onRule } = props;
  const { fact } = chart;
  const words = useWords();
  const chosen = rule?.condition.kind === 'category' ? rule.condition.values : [];
  const levels = chart.levels.filter(
    ({ level, patients }) => level !== null && (patients > 0 || chosen.includes(level)),
  );
  const most = Math.max(1, ...levels.map(({ patients }) => patients));
  const none = chart.levels.find(({ level }) => level === null) ?? { patients: 0, inCohort: 0 };
  const unknown = rule?.unknown ?? 'exclude';
  const choose = (values: string[]) =>
    onRule(fact, values.length === 0 ? null : { condition: { kind: 'category', fact, values }, unknown });
  const nameOf = (level: string | null) => factCode(words, fact, level ?? '');
  const shown = levels.filter(({ level }, at) => at < mostLevels || chosen.includes(level ?? ''));
  return (
    <ChartCard
      {...props}
      unknown={{ ...none, name: words.say('explorer.notKnown') }}
      rows={levels.map((count) => ({ ...count, name: nameOf(count.level) }))}
    >
      <CheckboxGroup
        aria-label={words.say(`clinic.${fact}`)}
        value={[...chosen]}
        onChange={choose}
        className={styles.levels ?? ''}
      >
        {shown.map(({ level, patients, inCohort }) => (
          <Checkbox key={level} value={level ?? ''} className={styles.level ?? ''}>
            <span className={styles.box} aria-hidden="true" />
            <span className={styles.levelName}>{nameOf(level)}</span>
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
      {shown.length === levels.length ? null : (
        <p className={styles.note}>
          {words.say('explorer.moreLevels', { count: levels.length - shown.length })}
        </p>
      )}
    </ChartCard>
  );
}, sameCard);
