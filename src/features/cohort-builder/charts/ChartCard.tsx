import type { FactChart } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { type ReactNode, useCallback, useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import { CardHead } from './CardHead';
import { CardValues } from './CardValues';
import { type CardCounts, CardCountsContext } from './card-counts';
import type { CardProps } from './card-props';
import styles from './chart-card.module.css';

interface Props extends CardProps<FactChart> {
  readonly counts: CardCounts;
  readonly children: ReactNode;
}

/** One fact of the cohort: its chart, how its rule falls out, what happens to those not known, its numbers. */
export function ChartCard({ chart, rule, overall, counts, onRule, onRemove, children }: Props) {
  const { say } = useWords();
  const { fact } = chart;
  const name = say(`clinic.${fact}`);
  const unknown = counts.unknown.patients;
  const card = useRef<HTMLDivElement>(null);
  const clear = useCallback(() => {
    onRule(fact, null);
    // The button goes with its rule: the keyboard stays at the card.
    card.current?.focus();
  }, [onRule, fact]);
  return (
    <CardCountsContext.Provider value={counts}>
      <div
        ref={card}
        tabIndex={-1}
        role="group"
        aria-label={name}
        className={styles.card}
        data-fact={fact}
        data-ruled={rule !== null || undefined}
      >
        <CardHead fact={fact} hasRule={rule !== null} onClear={clear} onRemove={onRemove} />
        {children}
        <p className={styles.note}>
          {rule === null || overall === undefined
            ? say('cohort.unknownCount', { unknown })
            : say('cohort.ruleCount', { ...overall })}
        </p>
        {unknown === 0 || rule === null ? null : (
          <Checkbox
            className={styles.level ?? ''}
            aria-label={`${name} – ${say('cohort.keepUnknown', { unknown })}`}
            isSelected={rule.unknown === 'include'}
            onChange={(keep) => onRule(fact, { ...rule, unknown: keep ? 'include' : 'exclude' })}
          >
            <CheckMark />
            <span className={styles.levelName}>{say('cohort.keepUnknown', { unknown })}</span>
          </Checkbox>
        )}
        <CardValues fact={fact} />
      </div>
    </CardCountsContext.Provider>
  );
}
