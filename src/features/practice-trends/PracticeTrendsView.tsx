import {
  changeYears,
  type IndicatorGroup,
  indicatorGroups,
  rollingYears,
} from '@core/analyses/indicator-trend';
import {
  countsPatients,
  type IndicatorId,
  type IndicatorTopic,
  indicatorIds,
  indicators,
  indicatorTopics,
} from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport } from '@view/figures/FigureExport';
import { IndicatorFigure } from '@view/figures/IndicatorFigure';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { ViewTabs } from '@view/ui/ViewTabs';
import { type ComponentType, useMemo } from 'react';
import { AccrualFigures } from './AccrualFigures';
import { MonitoringFigures } from './MonitoringFigures';
import { OutcomeFigures } from './OutcomeFigures';
import styles from './practice-trends.module.css';
import { SafetyFigures } from './SafetyFigures';
import { TreatmentFigures } from './TreatmentFigures';
import { useLastYear } from './use-last-year';
import { VoiceFigures } from './VoiceFigures';

const drawn = () => markFigureDrawn('practice');

/** What a topic shows beside its indicators. */
const figuresOf: Partial<Readonly<Record<IndicatorTopic, ComponentType>>> = {
  accrual: AccrualFigures,
  treatment: TreatmentFigures,
  monitoring: MonitoringFigures,
  outcomes: OutcomeFigures,
  safety: SafetyFigures,
  voice: VoiceFigures,
};

/** The figures and the indicators of one topic, each indicator over the calendar years. */
export function PracticeTrendsView() {
  const { say } = useWords();
  const [topic = 'accrual', setTopic] = useUrlChoice('topic');
  const [split, setSplit] = useUrlChoice('trend');
  const [window, setWindow] = useUrlChoice('window');
  const [change, setChange] = useUrlChoice('change');
  const lastYear = useLastYear();
  const nameable = changeYears.filter((year) => lastYear === undefined || year < lastYear).map(String);
  const Figures = figuresOf[topic];
  const shown = indicatorIds.filter((id) => indicators[id].topic === topic);
  return (
    <ViewTabs
      label={say('practice.topic')}
      tabs={indicatorTopics.map((id) => ({ id, label: say(`practice.topic.${id}`) }))}
      chosen={topic}
      onChoose={(id) => setTopic(id === 'accrual' ? undefined : id)}
    >
      {Figures === undefined ? null : (
        <div className={styles.figures}>
          <Figures />
        </div>
      )}
      {shown.length === 0 ? null : (
        <>
          <div className={styles.tools}>
            <OptionalChoice
              label={say('practice.groupBy')}
              none={say('practice.noGroup')}
              options={indicatorGroups.map((id) => ({ id, label: say(`clinic.${id}`) }))}
              chosen={split ?? null}
              onChoose={setSplit}
            />
            <Segments
              label={say('practice.window')}
              options={[
                { id: 'year', label: say('practice.window.year') },
                { id: 'rolling', label: say('practice.window.rolling', { years: rollingYears }) },
              ]}
              chosen={window ?? 'year'}
              onChoose={(id) => setWindow(id === 'rolling' ? id : undefined)}
            />
            <OptionalChoice
              label={say('practice.changeYear')}
              none={say('practice.noChange')}
              options={nameable.map((year) => ({ id: year, label: year }))}
              chosen={change ?? null}
              onChoose={setChange}
            />
          </div>
          <div className={styles.grid}>
            {shown.map((indicator) => (
              <IndicatorCard
                key={indicator}
                indicator={indicator}
                groupBy={split ?? null}
                windowYears={window === 'rolling' ? rollingYears : 1}
                changeYear={change === undefined ? undefined : Number(change)}
              />
            ))}
          </div>
        </>
      )}
    </ViewTabs>
  );
}

/** One indicator; asks its own question, so that a slow one holds up no other. */
function IndicatorCard({
  indicator,
  groupBy,
  windowYears,
  changeYear,
}: {
  readonly indicator: IndicatorId;
  readonly groupBy: IndicatorGroup | null;
  readonly windowYears: number;
  readonly changeYear: number | undefined;
}) {
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const { say } = useWords();
  const asked = useMemo(() => ({ cohort, indicator, groupBy, stratum: null }), [cohort, indicator, groupBy]);
  const state = useAnswer(indicatorCounts, asked);
  const code = useFigureCode({
    title: say(`indicator.${indicator}`),
    question: indicatorCounts,
    parameters: asked,
  });
  const leaving = useFigureExport('indicator', { indicator, by: groupBy ?? 'none' }, cohort);
  const figure = (
    <IndicatorFigure
      indicator={indicator}
      state={state}
      groupBy={groupBy}
      lastYear={lastYear}
      windowYears={windowYears}
      changeYear={changeYear}
      onDrawn={drawn}
    />
  );
  return (
    <FigureCode code={code}>
      {countsPatients(indicator) ? <FigureExport leaving={leaving}>{figure}</FigureExport> : figure}
    </FigureCode>
  );
}
