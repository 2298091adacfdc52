import type { CohortRule } from '@core/cohort/cohort-definition';
import type { CohortVariable } from '@core/cohort/patient-facts';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { type ReactNode, useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './facet.module.css';
import type { FacetProps } from './facet-props';

interface Props extends FacetProps<CohortVariable, CohortRule> {
  /** Starts closed: many levels that are seldom asked for. */
  readonly collapsed?: boolean;
  readonly children: ReactNode;
}

/** One variable of the cohort: its choice, how its rule falls out, and what happens to those not known. */
export function Facet({ variable, rule, count, levels, onRule, collapsed = false, children }: Props) {
  const { say } = useWords();
  const unknown = levels.find(({ level }) => level === null)?.patients ?? 0;
  const name = say(`clinic.${variable}`);
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
              aria-label={say('cohort.clearRule', { variable: name })}
              onPress={() => {
                onRule(variable, null);
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
          {rule === null || count === undefined
            ? say('cohort.unknownCount', { unknown })
            : say('cohort.ruleCount', { met: count.met, notMet: count.notMet, unknown: count.unknown })}
        </p>
        {unknown === 0 ? null : (
          <Checkbox
            className={styles.level ?? ''}
            aria-label={`${name} – ${say('cohort.keepUnknown', { unknown })}`}
            isDisabled={rule === null}
            isSelected={rule === null || rule.unknown === 'include'}
            onChange={(keep) => {
              if (rule !== null) onRule(variable, { ...rule, unknown: keep ? 'include' : 'exclude' });
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
