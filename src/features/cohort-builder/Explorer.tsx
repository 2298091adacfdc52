import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { markExplorerDrawn } from '@session/redraw-clock';
import { useCohortCharts } from '@session/use-cohort-charts';
import { useLiveCohort } from '@session/use-live-cohort';
import { useShownFacts } from '@session/use-shown-facts';
import { useUrlChoice } from '@session/use-url';
import { FailureNotice } from '@view/figures/FailureNotice';
import { useDeferredValue, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AttritionPanel } from './attrition/AttritionPanel';
import { ChartsPanel } from './charts/ChartsPanel';
import styles from './cohort-view.module.css';
import { EmptyCohort } from './EmptyCohort';
import { FlowPanel } from './flow/FlowPanel';
import { Previews } from './Previews';

const noFacts: readonly FactId[] = [];

/** The rules as an attrition, and beside them the charts or the flow diagram: one question feeds them all. */
export function Explorer() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useLiveCohort();
  const [shown] = useShownFacts();
  const [view = 'charts', setView] = useUrlChoice('view');
  const state = useCohortCharts(view === 'charts' ? shown : noFacts);
  const counts = useDeferredValue(state.kind === 'answered' ? state.answer : null);
  const refreshing = state.kind === 'answered' && (state.refreshing || counts !== state.answer);
  const stands = counts !== null && JSON.stringify(counts.cohort) === JSON.stringify(cohort);
  useEffect(() => {
    if (stands && counts !== null) markExplorerDrawn();
  }, [stands, counts]);
  return (
    <div className={styles.screen}>
      <AttritionPanel cohort={cohort} counts={counts} refreshing={refreshing} />
      <div className={styles.beside}>
        {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
        <EmptyCohort />
        <Tabs
          className={styles.tabs ?? ''}
          selectedKey={view}
          onSelectionChange={(key) => setView(key === 'charts' ? undefined : String(key))}
        >
          <TabList className={styles.tabList ?? ''} aria-label={say('explorer.view')}>
            <Tab id="charts" className={styles.tab ?? ''}>
              {say('explorer.charts')}
            </Tab>
            <Tab id="flow" className={styles.tab ?? ''}>
              {say('explorer.flow')}
            </Tab>
          </TabList>
          <TabPanel id="charts" className={styles.tabPanel ?? ''}>
            <ChartsPanel cohort={cohort} counts={counts} refreshing={refreshing} />
            <Previews />
          </TabPanel>
          <TabPanel id="flow" className={styles.tabPanel ?? ''}>
            <FlowPanel counts={counts} refreshing={refreshing} />
          </TabPanel>
        </Tabs>
      </div>
    </div>
  );
}
