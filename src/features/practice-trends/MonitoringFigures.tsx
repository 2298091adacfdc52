import { sampleWaitRows } from '@data/queries/monitoring/waits-for-sample';
import { useWords } from '@language/use-words';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort } from '@session/use-url';
import { SampleWaitsFigure } from '@view/figures/SampleWaitsFigure';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';

/** How often samples are taken. */
export function MonitoringFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const question = useMemo(() => ({ cohort }), [cohort]);
  const leaving = useFigureExport('waits', {}, cohort);
  return (
    <CodedFigure
      title={say('monitoring.waits')}
      question={sampleWaitRows}
      parameters={question}
      leaving={leaving}
    >
      {(state) => <SampleWaitsFigure state={state} />}
    </CodedFigure>
  );
}
