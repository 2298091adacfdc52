import type { FactChart } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { type ReactNode, useRef } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { CardProps } from './card-props';
import styles from './chart-card.module.css';

export interface CardRow {
  readonly name: string;
  readonly patients: number;
  readonly inCohort: number;
}

interface Props extends CardProps<FactChart> {
  /** Patients of whom the fact is not known. */
  readonly unknown: CardRow;
  /** The counts as a table, those not known excepted. */
  readonly rows: readonly CardRow[];
  readonly children: ReactNode;
}

/** One fact of the cohort: its chart, how its rule falls out, what happens to those not known, its numbers. */
export function ChartCard({ chart, rule, overall, unknown, rows, onRule, onRemove, children }: Props) {
  const words = useWords();
  const { say } = words;
  const { fact } = chart;
  const name = say(`clinic.${fact}`);
  const card = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={card}
      tabIndex={-1}
      role="group"
      aria-label={name}
      className={styles.card}
      data-fact={fact}
      data-ruled={rule !== null || undefined}
    >
      <div className={styles.head}>
        <h3>{name}</h3>
        {rule === null ? null : (
          <Button
            className={styles.clear ?? ''}
            aria-label={say('cohort.clearRule', { rule: name })}
            onPress={() => {
              onRule(fact, null);
              // The button goes with its rule: the keyboard stays at the card.
              card.current?.focus();
            }}
          >
            {say('explorer.clear')}
          </Button>
        )}
        <Button
          className={styles.remove ?? ''}
          aria-label={say('explorer.removeChart', { chart: name })}
          onPress={() => onRemove(fact)}
        >
          ✕
        </Button>
      </div>
      {children}
      <p className={styles.note}>
        {rule === null || overall === undefined
          ? say('cohort.unknownCount', { unknown: unknown.patients })
          : say('cohort.ruleCount', { ...overall })}
      </p>
      {unknown.patients === 0 || rule === null ? null : (
        <Checkbox
          className={styles.level ?? ''}
          aria-label={`${name} – ${say('cohort.keepUnknown', { unknown: unknown.patients })}`}
          isSelected={rule.unknown === 'include'}
          onChange={(keep) => onRule(fact, { ...rule, unknown: keep ? 'include' : 'exclude' })}
        >
          <span className={styles.box} aria-hidden="true" />
          <span className={styles.levelName}>{say('cohort.keepUnknown', { unknown: unknown.patients })}</span>
        </Checkbox>
      )}
      <div className={styles.values}>
        <Expander label={say('figure.table')} level={3} look="link">
          <DataTable
            caption={say('figure.tableOf', { title: name })}
            captionHidden
            columns={[
              { id: 'name', header: name, cell: (row) => row.name },
              {
                id: 'inCohort',
                header: say('explorer.inCohort'),
                cell: (row) => words.number(row.inCohort),
                numeric: true,
              },
              {
                id: 'patients',
                header: say('explorer.inAll'),
                cell: (row) => words.number(row.patients),
                numeric: true,
              },
            ]}
            rows={[...rows, unknown]}
          />
        </Expander>
      </div>
    </div>
  );
}
