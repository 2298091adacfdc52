import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { markExplorerDrawn } from '@session/redraw-clock';
import { useCohortCharts } from '@session/use-cohort-charts';
import { drawingStands, useLiveCohort } from '@session/use-live-cohort';
import { useShownFacts } from '@session/use-shown-facts';
import { useUrlChoice } from '@session/use-url';
import { useWarmFacts } from '@session/use-warm-facts';
import { FailureNotice } from '@view/figures/FailureNotice';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { AttritionPanel } from './attrition/AttritionPanel';
import styles from './cohort-view.module.css';
import { EmptyCohort } from './EmptyCohort';
import { ExplorerTabs } from './ExplorerTabs';
import { ExplorerCountsContext } from './explorer-counts';

const noFacts: readonly FactId[] = [];

/** The rules as an attrition, and beside them the charts or the flow diagram: one question feeds them all. */
export function Explorer() {
  const words = useWords();
  const cohort = useLiveCohort();
  const [shown] = useShownFacts();
  const [view = 'charts'] = useUrlChoice('view');
  const state = useCohortCharts(view === 'charts' ? shown : noFacts);
  const failed = state.kind === 'failed';
  const answer = state.kind === 'answered' ? state.answer : null;
  useWarmFacts(answer !== null);
  const refreshing = state.kind === 'answered' && state.refreshing;
  // Cohort and counts are drawn together: one redraw of the cards for one change.
  const latest = useMemo(() => ({ cohort, counts: answer, refreshing }), [cohort, answer, refreshing]);
  const deferred = useDeferredValue(latest);
  const explored = answer === null || refreshing ? deferred : latest;
  const stands = explored.counts !== null && !explored.refreshing && explored.cohort === cohort;
  useEffect(() => {
    if (failed) return drawingStands();
    if (!stands || explored.counts === null) return;
    markExplorerDrawn();
    // After the frame in which they are seen: input comes first.
    const frame = requestAnimationFrame(drawingStands);
    return () => cancelAnimationFrame(frame);
  }, [stands, explored, failed]);
  return (
    <ExplorerCountsContext.Provider value={explored}>
      <div className={styles.screen}>
        <AttritionPanel />
        <div className={styles.beside}>
          {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
          <EmptyCohort />
          <ExplorerTabs />
        </div>
      </div>
    </ExplorerCountsContext.Provider>
  );
}
