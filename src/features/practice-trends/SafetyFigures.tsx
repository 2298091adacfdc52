import { type KeyAdverseEvent, keyAdverseEventIds, organClasses } from '@core/domain/adverse-event';
import { adverseEvents } from '@data/queries/safety/adverse-events';
import { keyEventRows } from '@data/queries/safety/key-event';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { AdverseEventRatesFigure } from '@view/figures/AdverseEventRatesFigure';
import { KeyAdverseEventFigure } from '@view/figures/KeyAdverseEventFigure';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';
import styles from './practice-trends.module.css';

/** How treatment is tolerated: rates of adverse events, and the incidence of those that are followed. */
export function SafetyFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const isRecorded = useExtract().has('adverse_event');
  const [organ, setOrgan] = useUrlChoice('organ');
  const question = useMemo(() => ({ cohort }), [cohort]);
  const leavingRates = useFigureExport('adverse-events', { organ: organ ?? 'all' }, cohort);
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
      <div className={styles.grid}>
        {keyAdverseEventIds.map((event) => (
          <KeyEventFigure key={event} event={event} />
        ))}
      </div>
    </>
  );
}

function KeyEventFigure({ event }: { readonly event: KeyAdverseEvent }) {
  const { say } = useWords();
  const { cohort } = useCohort();
  const isRecorded = useExtract().has('adverse_event');
  const question = useMemo(() => ({ cohort, event }), [cohort, event]);
  const leaving = useFigureExport('key-event', { event }, cohort);
  return (
    <CodedFigure
      title={say(`safety.event.${event}`)}
      question={keyEventRows}
      parameters={question}
      leaving={leaving}
    >
      {(state) => <KeyAdverseEventFigure state={state} isRecorded={isRecorded} event={event} />}
    </CodedFigure>
  );
}
