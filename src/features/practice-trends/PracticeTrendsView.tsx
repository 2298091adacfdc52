import { type IndicatorGroup, indicatorGroups } from '@core/analyses/indicator-trend';
import { type IndicatorId, indicatorIds, indicators, indicatorTopics } from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { useCohort, useUrlChoice } from '@session/use-url';
import { IndicatorFigure } from '@view/figures/IndicatorFigure';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { ViewTabs } from '@view/ui/ViewTabs';
import { useMemo } from 'react';
import { IndicatorExport } from './IndicatorExport';
import styles from './practice-trends.module.css';

const drawn = () => markFigureDrawn('practice');

/** The indicators of one topic, each over the calendar years. */
export function PracticeTrendsView() {
  const { say } = useWords();
  const [topic = 'accrual', setTopic] = useUrlChoice('topic');
  const [split, setSplit] = useUrlChoice('trend');
  const shown = indicatorIds.filter((id) => indicators[id].topic === topic);
  return (
    <ViewTabs
      label={say('practice.topic')}
      tabs={indicatorTopics.map((id) => ({ id, label: say(`practice.topic.${id}`) }))}
      chosen={topic}
      onChoose={(id) => setTopic(id === 'accrual' ? undefined : id)}
    >
      <div className={styles.tools}>
        <OptionalChoice
          label={say('practice.groupBy')}
          none={say('practice.noGroup')}
          options={indicatorGroups.map((id) => ({ id, label: say(`clinic.${id}`) }))}
          chosen={split ?? null}
          onChoose={setSplit}
        />
      </div>
      <div className={styles.grid}>
        {shown.map((indicator) => (
          <IndicatorCard key={indicator} indicator={indicator} groupBy={split ?? null} />
        ))}
      </div>
    </ViewTabs>
  );
}

/** One indicator; asks its own question, so that a slow one holds up no other. */
function IndicatorCard({
  indicator,
  groupBy,
}: {
  readonly indicator: IndicatorId;
  readonly groupBy: IndicatorGroup | null;
}) {
  const { cohort } = useCohort();
  const { manifest } = useExtract();
  const state = useAnswer(
    indicatorCounts,
    useMemo(() => ({ cohort, indicator, groupBy, stratum: null }), [cohort, indicator, groupBy]),
  );
  const created = Number(manifest?.created.slice(0, 4));
  return (
    <IndicatorFigure
      indicator={indicator}
      state={state}
      groupBy={groupBy}
      lastYear={Number.isInteger(created) ? created : undefined}
      controls={state.kind === 'answered' ? <IndicatorExport table={state.answer} groupBy={groupBy} /> : null}
      onDrawn={drawn}
    />
  );
}
