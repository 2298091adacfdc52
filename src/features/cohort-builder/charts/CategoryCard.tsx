import { ruleOn, withRule } from '@core/cohort/cohort-definition';
import type { CategoryChart } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { useCohort, useCohortEditor } from '@session/use-url';
import { memo, useCallback, useMemo, useRef } from 'react';
import { ChartCard } from './ChartCard';
import { cardCounts } from './card-counts';
import { type CardProps, sameCard } from './card-props';
import styles from './chart-card.module.css';
import { LevelBoxes } from './LevelBoxes';

/** Levels of an open list beyond these are in the table only. */
const mostLevels = 60;

/** One fact with categories: a check chooses a level; no check at all is no rule. Levels that nobody has are left out. */
export const CategoryCard = memo(function CategoryCard(props: CardProps<CategoryChart>) {
  const { chart } = props;
  const { editCohort } = useCohortEditor();
  const { fact } = chart;
  const words = useWords();
  // From the address, not with the counts: a box shows at once that it was pressed.
  const rule = ruleOn(useCohort().cohort, fact);
  const chosen = rule?.condition.kind === 'category' ? rule.condition.values : [];
  const levels = chart.levels.flatMap(({ level, patients }) =>
    level !== null && (patients > 0 || chosen.includes(level)) ? [level] : [],
  );
  const shown = levels.filter((level, at) => at < mostLevels || chosen.includes(level));
  // What was pressed, not what is shown: a second press may come before the first is drawn.
  const shownChoice = useRef(chosen);
  shownChoice.current = chosen;
  const choose = useCallback(
    (values: readonly string[]) => {
      const gone = shownChoice.current.filter((level) => !values.includes(level));
      const added = values.filter((level) => !shownChoice.current.includes(level));
      editCohort((cohort) => {
        const now = ruleOn(cohort, fact);
        const before = now?.condition.kind === 'category' ? now.condition.values : [];
        const next = [...new Set([...before.filter((level) => !gone.includes(level)), ...added])];
        const condition = { kind: 'category', fact, values: next } as const;
        return withRule(
          cohort,
          fact,
          next.length === 0 ? null : { condition, unknown: now?.unknown ?? 'exclude' },
        );
      });
    },
    [editCohort, fact],
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
