import type { FactChart } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { type ReactNode, useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './facet.module.css';
import type { FacetProps } from './facet-props';

interface Props extends FacetProps<FactChart> {
  /** Patients of whom the fact is not known. */
  readonly unknown: number;
  /** Starts closed: many levels that are seldom asked for. */
  readonly collapsed?: boolean;
  readonly children: ReactNode;
}

/** One fact of the cohort: its choice, how its rule falls out, and what happens to those not known. */
export function Facet({ chart, rule, overall, unknown, onRule, collapsed = false, children }: Props) {
  const { say } = useWords();
  const { fact } = chart;
  const name = say(`clinic.${fact}`);
  const facet = useRef<HTMLDivElement>(null);
  return (
    <div ref={facet} tabIndex={-1} className={styles.facet}>
      <Expander
        label={name}
        level={3}
        look="heading"
        open={!collapsed || rule !== null}
        aside={
          rule === null ? null : (
            <Button
              look="quiet"
              aria-label={say('cohort.clearRule', { rule: name })}
              onPress={() => {
                onRule(fact, null);
                // The button goes with its rule: the keyboard stays at the facet.
                facet.current?.focus();
              }}
            >
              ✕
            </Button>
          )
        }
      >
        {children}
        <p className={styles.note}>
          {rule === null || overall === undefined
            ? say('cohort.unknownCount', { unknown })
            : say('cohort.ruleCount', { ...overall })}
        </p>
        {unknown === 0 ? null : (
          <Checkbox
            className={styles.level ?? ''}
            aria-label={`${name} – ${say('cohort.keepUnknown', { unknown })}`}
            isDisabled={rule === null}
            isSelected={rule === null || rule.unknown === 'include'}
            onChange={(keep) => {
              if (rule !== null) onRule(fact, { ...rule, unknown: keep ? 'include' : 'exclude' });
            }}
          >
            <span className={styles.box} aria-hidden="true" />
            <span className={styles.levelName}>{say('cohort.keepUnknown', { unknown })}</span>
          </Checkbox>
        )}
      </Expander>
    </div>
  );
}
