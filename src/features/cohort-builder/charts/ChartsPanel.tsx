import { factOf, ruleOn } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { useRuleDrawing } from '@session/use-live-cohort';
import { useShownFacts } from '@session/use-shown-facts';
import { useCohortEditor } from '@session/use-url';
import { PendingPanel } from '@view/ui/PendingPanel';
import { memo, useCallback, useRef } from 'react';
import { useExplorerCounts } from '../explorer-counts';
import { CategoryCard } from './CategoryCard';
import { ChartTools } from './ChartTools';
import styles from './charts-panel.module.css';
import { NumberCard } from './NumberCard';

/** Linked charts: each follows the rules on the other facts and chooses by its own. */
export const ChartsPanel = memo(function ChartsPanel() {
  const { cohort, counts, refreshing } = useExplorerCounts();
  const { say } = useWords();
  const { setRule } = useCohortEditor();
  const drawing = useRuleDrawing();
  const [shown, show] = useShownFacts();
  const tools = useRef<HTMLDivElement>(null);
  const remove = useCallback(
    (fact: FactId) => {
      show(shown.filter((other) => other !== fact));
      // The button goes with its card: the keyboard stays at the tools of the charts.
      tools.current?.focus();
    },
    [show, shown],
  );
  /** How a rule falls out, unless it was counted for another rule on the same fact. */
  const overallOf = (fact: FactId) => {
    if (counts === null) return undefined;
    const counted = ruleOn(counts.cohort, fact);
    if (counted === null || JSON.stringify(counted) !== JSON.stringify(ruleOn(cohort, fact)))
      return undefined;
    const place = counts.cohort.rules.findIndex((rule) => factOf(rule) === fact);
    return counts.attrition.steps[place + 1]?.overall;
  };
  const chartOf = new Map((counts?.charts ?? []).map((chart) => [chart.fact, chart]));
  return (
    <section aria-label={say('explorer.charts')} className={styles.panel}>
      <div ref={tools} tabIndex={-1}>
        <ChartTools shown={shown} onShow={show} />
      </div>
      {counts === null ? (
        <PendingPanel label={say('figure.asking')} height={480} />
      ) : (
        <div className={styles.grid} aria-busy={refreshing}>
          {shown.map((fact) => {
            const chart = chartOf.get(fact);
            const shared = {
              rule: ruleOn(cohort, fact),
              overall: overallOf(fact),
              onRule: setRule,
              drawing,
              onRemove: remove,
            };
            if (chart === undefined)
              return <PendingPanel key={fact} label={say('figure.asking')} height={192} />;
            return chart.kind === 'category' ? (
              <CategoryCard key={fact} chart={chart} {...shared} />
            ) : (
              <NumberCard key={fact} chart={chart} {...shared} />
            );
          })}
        </div>
      )}
    </section>
  );
});
