import { useWords } from '@language/use-words';
import { useUrlChoice } from '@session/use-url';
import { ViewTabs } from '@view/ui/ViewTabs';
import { AnonymityPanel } from './AnonymityPanel';
import { MatrixPanel } from './MatrixPanel';
import { RulesPanel } from './RulesPanel';

const tabs = ['rules', 'map', 'completeness', 'anonymity'] as const;

export function DataQualityView() {
  const { say } = useWords();
  const [tab = 'rules', setTab] = useUrlChoice('quality');
  return (
    <ViewTabs
      label={say('quality.title')}
      tabs={tabs.map((id) => ({ id, label: say(`quality.tab.${id}`) }))}
      chosen={tab}
      onChoose={(id) => setTab(id === 'rules' ? undefined : id)}
    >
      {tab === 'rules' ? <RulesPanel /> : null}
      {tab === 'map' ? <MatrixPanel of="rules" /> : null}
      {tab === 'completeness' ? <MatrixPanel of="completeness" /> : null}
      {tab === 'anonymity' ? <AnonymityPanel /> : null}
    </ViewTabs>
  );
}
