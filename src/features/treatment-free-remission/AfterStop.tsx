import { swimmers } from '@data/queries/swimmer-lanes';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useCohort, useOpenScreen } from '@session/use-url';
import { SwimmerFigure } from '@view/figures/SwimmerFigure';
import { Button } from '@view/ui/Button';
import { useMemo } from 'react';

/** The patients behind the curves, one lane each, and the way to their kinetics. */
export function AfterStop() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const state = useAnswer(
    swimmers,
    useMemo(() => ({ cohort }), [cohort]),
  );
  const openKinetics = useOpenScreen('/molecular-response', { origin: 'first_stop' });
  return (
    <>
      <SwimmerFigure state={state} />
      <p>{say('swimmer.kineticsNote')}</p>
      <Button onPress={openKinetics}>{say('swimmer.kinetics')}</Button>
    </>
  );
}
