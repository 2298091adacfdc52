import { type CategoryRule, everyone, type RangeRule, ruleOn } from '@core/cohort/cohort-definition';
import { type CohortVariable, cohortVariables, isNumericVariable } from '@core/cohort/patient-facts';
import { useWords } from '@language/use-words';
import { useCohortCounts } from '@session/use-cohort-counts';
import { useCohort, useCohortEditor } from '@session/use-url';
import { FailureNotice } from '@view/figures/FailureNotice';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { useDeferredValue } from 'react';
import { CategoryFacet } from './CategoryFacet';
import styles from './cohort-view.module.css';
import { RangeFacet } from './RangeFacet';

/** Beside the figures there is room for the rules; above them, on a small screen, they start closed. */
const wide = () => window.matchMedia('(min-width: 1001px)').matches;

/** One facet per variable, with the counts of the extract and of the cohort. */
export function CohortRules() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const { setCohort, setRule } = useCohortEditor();
  const state = useCohortCounts();
  const counts = useDeferredValue(state.kind === 'answered' ? state.answer : null);
  /** The count of a rule, unless it was counted for another rule on the same variable. */
  const countOf = (variable: CohortVariable) => {
    const counted = counts === null ? null : ruleOn(counts.cohort, variable);
    const asked = ruleOn(cohort, variable);
    return JSON.stringify(counted) === JSON.stringify(asked)
      ? counts?.rules.find((one) => one.variable === variable)
      : undefined;
  };
  return (
    <section className={styles.rules} aria-label={say('cohort.rules')}>
      <Expander
        label={say('cohort.showRules', { count: cohort.rules.length })}
        level={2}
        look="heading"
        open={wide()}
        aside={
          cohort.rules.length === 0 ? null : (
            <Button look="quiet" onPress={() => setCohort(everyone)}>
              {say('cohort.clearAll')}
            </Button>
          )
        }
      >
        {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
        {counts === null
          ? null
          : cohortVariables.map((variable) =>
              isNumericVariable(variable) ? (
                <RangeFacet
                  key={variable}
                  variable={variable}
                  rule={ruleOn(cohort, variable) as RangeRule | null}
                  count={countOf(variable)}
                  levels={counts.levels[variable]}
                  onRule={setRule}
                />
              ) : (
                <CategoryFacet
                  key={variable}
                  variable={variable}
                  rule={ruleOn(cohort, variable) as CategoryRule | null}
                  count={countOf(variable)}
                  levels={counts.levels[variable]}
                  onRule={setRule}
                />
              ),
            )}
      </Expander>
    </section>
  );
}
