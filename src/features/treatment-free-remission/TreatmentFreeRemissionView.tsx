import { groupVariables } from '@core/analyses/group-variable';
import { recurrenceEvents } from '@data/queries/recurrence-events';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort, useUrlChoice } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { TreatmentFreeRemissionFigure } from '@view/figures/TreatmentFreeRemissionFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Expander } from '@view/ui/Expander';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useMemo } from 'react';
import { AfterStop } from './AfterStop';

const drawn = () => markFigureDrawn('treatment-free-remission');
const intervals = urlChoices.interval;

export function TreatmentFreeRemissionView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const extract = useExtract();
  const [by, setBy] = useUrlChoice('by');
  const [scale, setScale] = useUrlChoice('interval');
  const groupBy = by ?? null;
  const interval = scale ?? 'log';
  const asked = useMemo(() => ({ cohort, groupBy }), [cohort, groupBy]);
  const state = useAnswer(recurrenceEvents, asked);
  const code = useFigureCode({
    title: say('remission.title'),
    question: recurrenceEvents,
    parameters: asked,
  });
  const options = useMemo(() => ({ interval, level: 0.95 }), [interval]);
  if (!extract.has('treatment_free_attempt')) {
    return <Notice tone="warn" title={say('remission.missingTable')} />;
  }
  return (
    <>
      <FigureCode code={code}>
        <TreatmentFreeRemissionFigure
          state={state}
          options={options}
          horizonMonths={120}
          notes="full"
          onDrawn={drawn}
          controls={
            <>
              <OptionalChoice
                label={say('remission.groupBy')}
                none={say('remission.noGroup')}
                options={groupVariables.map((id) => ({ id, label: say(`clinic.${id}`) }))}
                chosen={groupBy}
                onChoose={setBy}
              />
              <ChoiceField
                label={say('remission.intervalMethod')}
                options={intervals.map((id) => ({ id, label: say(`remission.interval.${id}`) }))}
                chosen={interval}
                onChoose={(id) => setScale(id === 'log' ? undefined : id)}
              />
            </>
          }
        />
      </FigureCode>
      <Expander label={say('swimmer.panel')} level={2} look="heading">
        <AfterStop />
      </Expander>
    </>
  );
}
