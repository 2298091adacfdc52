import { swimmerLanes } from '@data/queries/swimmer-lanes';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort, useOpenScreen } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { SwimmerFigure } from '@view/figures/SwimmerFigure';
import { Button } from '@view/ui/Button';
import { useMemo } from 'react';

/** The patients behind the curves, one lane each, and the way to their kinetics. */
export function AfterStop() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const asked = useMemo(() => ({ cohort }), [cohort]);
  const state = useAnswer(swimmerLanes, asked);
  const code = useFigureCode({ title: say('swimmer.title'), question: swimmerLanes, parameters: asked });
  const openKinetics = useOpenScreen('/molecular-response', { origin: 'first_stop' });
  return (
    <>
      <FigureCode code={code}>
        <SwimmerFigure state={state} />
      </FigureCode>
      <p>{say('swimmer.kineticsNote')}</p>
      <Button onPress={openKinetics}>{say('swimmer.kinetics')}</Button>
    </>
  );
}
