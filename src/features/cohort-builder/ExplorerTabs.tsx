import { useWords } from '@language/use-words';
import { useUrlChoice } from '@session/use-url';
import { memo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ChartsPanel } from './charts/ChartsPanel';
import styles from './cohort-view.module.css';
import { FlowPanel } from './flow/FlowPanel';
import { Previews } from './Previews';

/** Charts, or the flow diagram. Not drawn again when counts come: a tab panel measures its content each time. */
export const ExplorerTabs = memo(function ExplorerTabs() {
  const { say } = useWords();
  const [view = 'charts', setView] = useUrlChoice('view');
  return (
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
        <ChartsPanel />
        <Previews />
      </TabPanel>
      <TabPanel id="flow" className={styles.tabPanel ?? ''}>
        <FlowPanel />
      </TabPanel>
    </Tabs>
  );
});
