import type { CategoryChart } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { memo, useCallback, useMemo } from 'react';
import { ChartCard } from './ChartCard';
import { cardCounts } from './card-counts';
import { type CardProps, sameCard } from './card-props';
import styles from './chart-card.module.css';
import { LevelBoxes } from './LevelBoxes';

/** Levels of an open list beyond these are in the table only. */
const mostLevels = 60;

/** One fact with categories: a check chooses a level; no check at all is no rule. Levels that nobody has are left out. */
export const CategoryCard = memo(function CategoryCard(props: CardProps<CategoryChart>) {
  const { chart, rule, onRule } = props;
  const { fact } = chart;
  const words = useWords();
  const chosen = rule?.condition.kind === 'category' ? rule.condition.values : [];
  const levels = chart.levels.flatMap(({ level, patients }) =>
    level !== null && (patients > 0 || chosen.includes(level)) ? [level] : [],
  );
  const shown = levels.filter((level, at) => at < mostLevels || chosen.includes(level));
  const unknown = rule?.unknown ?? 'exclude';
  const choose = useCallback(
    (values: readonly string[]) =>
      onRule(fact, values.length === 0 ? null : { condition: { kind: 'category', fact, values }, unknown }),
    [onRule, fact, unknown],
  );
  const counts = useMemo(() => {
    const none = chart.levels.find(({ level }) => level === null) ?? { patients: 0, inCohort: 0 };
    const rows = chart.levels.flatMap(({ level, ...counted }) =>
      level === null ? [] : [{ id: level, name: factCode(words, fact, level), ...counted }],
    );
    return cardCounts(
      rows.filter(({ patients }) => patients > 0),
      { ...none, id: '', name: words.say('explorer.notKnown') },
    );
  }, [chart, words, fact]);
  return (
    <ChartCard {...props} counts={counts}>
      <LevelBoxes fact={fact} levels={shown} chosen={chosen} onChoose={choose} />
      {shown.length === levels.length ? null : (
        <p className={styles.note}>
          {words.say('explorer.moreLevels', { count: levels.length - shown.length })}
        </p>
      )}
    </ChartCard>
  );
}, sameCard);
