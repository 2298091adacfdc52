import { useWords } from '@language/use-words';
import { useUrlChoice } from '@session/use-url';
import { ViewTabs } from '@view/ui/ViewTabs';
import { memo } from 'react';
import { ChartsPanel } from './charts/ChartsPanel';
import { FlowPanel } from './flow/FlowPanel';
import { Previews } from './Previews';

/** Charts, or the flow diagram. Counts come to them by context, not through here. */
export const ExplorerTabs = memo(function ExplorerTabs() {
  const { say } = useWords();
  const [view = 'charts', setView] = useUrlChoice('view');
  return (
    <ViewTabs
      label={say('explorer.view')}
      tabs={[
        { id: 'charts', label: say('explorer.charts') },
        { id: 'flow', label: say('explorer.flow') },
      ]}
      chosen={view}
      onChoose={(id) => setView(id === 'charts' ? undefined : id)}
    >
      {view === 'charts' ? (
        <>
          <ChartsPanel />
          <Previews />
        </>
      ) : (
        <FlowPanel />
      )}
    </ViewTabs>
  );
});
