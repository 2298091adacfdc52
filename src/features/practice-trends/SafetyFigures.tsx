import { keyAdverseEventIds, organClasses } from '@core/domain/adverse-event';
import { adverseEvents } from '@data/queries/safety/adverse-events';
import { keyEventRows } from '@data/queries/safety/key-event';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { AdverseEventRatesFigure } from '@view/figures/AdverseEventRatesFigure';
import { KeyAdverseEventFigure } from '@view/figures/KeyAdverseEventFigure';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';

const usualEvent = 'pleural_effusion';

/** How treatment is tolerated: rates of adverse events, and the incidence of those that are followed. */
export function SafetyFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const isRecorded = useExtract().has('adverse_event');
  const [organ, setOrgan] = useUrlChoice('organ');
  const [event = usualEvent, setEvent] = useUrlChoice('harm');
  const question = useMemo(() => ({ cohort }), [cohort]);
  const eventQuestion = useMemo(() => ({ cohort, event }), [cohort, event]);
  const leavingRates = useFigureExport('adverse-events', { organ: organ ?? 'all' }, cohort);
  const leavingEvent = useFigureExport('key-event', { event }, cohort);
  return (
    <>
      <CodedFigure
        title={say('safety.rates')}
        question={adverseEvents}
        parameters={question}
        leaving={leavingRates}
      >
        {(state) => (
          <AdverseEventRatesFigure
            state={state}
            isRecorded={isRecorded}
            rated={organ ?? 'all'}
            controls={
              <OptionalChoice
                label={say('safety.class')}
                none={say('safety.class.all')}
                options={organClasses.map((id) => ({ id, label: say(`safety.class.${id}`) }))}
                chosen={organ ?? null}
                onChoose={setOrgan}
              />
            }
          />
        )}
      </CodedFigure>
      <CodedFigure
        title={say(`safety.event.${event}`)}
        question={keyEventRows}
        parameters={eventQuestion}
        leaving={leavingEvent}
      >
        {(state) => (
          <KeyAdverseEventFigure
            state={state}
            isRecorded={isRecorded}
            event={event}
            controls={
              <Segments
                label={say('safety.event')}
                options={keyAdverseEventIds.map((id) => ({ id, label: say(`safety.event.${id}`) }))}
                chosen={event}
                onChoose={(id) => setEvent(id === usualEvent ? undefined : id)}
              />
            }
          />
        )}
      </CodedFigure>
    </>
  );
}
