import { ruleCounts } from '@data/queries/quality/rule-counts';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useUrlChoice } from '@session/use-url';
import { FigureState } from '@view/figures/FigureState';
import { StandingNotes } from '@view/ui/standing-notes';
import { ViewTabs } from '@view/ui/ViewTabs';
import { AnonymityPanel } from './AnonymityPanel';
import { DriftPanel } from './DriftPanel';
import { MatrixPanel } from './MatrixPanel';
import { RulesPanel } from './RulesPanel';

const tabs = ['rules', 'map', 'completeness', 'anonymity', 'drift'] as const;

export function DataQualityView() {
  const { say } = useWords();
  const [tab = 'rules', setTab] = useUrlChoice('quality');
  const state = useAnswer(ruleCounts, null, tab !== 'anonymity' && tab !== 'drift');
  const quality = state.kind === 'answered' ? state.answer : null;
  return (
    <StandingNotes value={null}>
      <ViewTabs
        label={say('quality.title')}
        tabs={tabs.map((id) => ({ id, label: say(`quality.tab.${id}`) }))}
        chosen={tab}
        onChoose={(id) => setTab(id === 'rules' ? undefined : id)}
      >
        {tab === 'anonymity' ? (
          <AnonymityPanel />
        ) : tab === 'drift' ? (
          <DriftPanel />
        ) : (
          <FigureState state={state} height={480} empty={false} emptyText="">
            {quality === null ? null : tab === 'rules' ? (
              <RulesPanel quality={quality} />
            ) : (
              <MatrixPanel of={tab === 'map' ? 'rules' : 'completeness'} quality={quality} />
            )}
          </FigureState>
        )}
      </ViewTabs>
    </StandingNotes>
  );
}
