import { chartedFacts } from '@core/cohort/charted-facts';
import { everyone, factOf, ruleOn } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { useCohortCharts } from '@session/use-cohort-charts';
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

/** One facet per fact, with the counts of the extract and of the cohort. */
export function CohortRules() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const { setCohort, setRule } = useCohortEditor();
  const state = useCohortCharts(chartedFacts);
  const counts = useDeferredValue(state.kind === 'answered' ? state.answer : null);
  /** The count of a rule, unless it was counted for another rule on the same fact. */
  const overallOf = (fact: FactId) => {
    const counted = counts === null ? null : ruleOn(counts.cohort, fact);
    if (counts === null || JSON.stringify(counted) !== JSON.stringify(ruleOn(cohort, fact))) return undefined;
    const place = counts.cohort.rules.findIndex((rule) => factOf(rule) === fact);
    return counts.attrition.steps[place + 1]?.overall;
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
          : counts.charts.map((chart) => {
              const shared = {
                rule: ruleOn(cohort, chart.fact),
                overall: ruleOn(cohort, chart.fact) === null ? undefined : overallOf(chart.fact),
                onRule: setRule,
              };
              return chart.kind === 'category' ? (
                <CategoryFacet key={chart.fact} chart={chart} {...shared} />
              ) : (
                <RangeFacet key={chart.fact} chart={chart} {...shared} />
              );
            })}
      </Expander>
    </section>
  );
}
