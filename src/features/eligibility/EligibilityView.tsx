import { eligibilityPatterns } from '@data/queries/eligibility-patterns';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort } from '@session/use-url';
import { EligibilityFigure } from '@view/figures/EligibilityFigure';
import { FigureCode } from '@view/figures/FigureCode';

const drawn = () => markFigureDrawn('eligibility');

export function EligibilityView() {
  const { cohort } = useCohort();
  const { say } = useWords();
  const state = useAnswer(eligibilityPatterns, cohort);
  const code = useFigureCode({
    title: say('eligibility.figure'),
    question: eligibilityPatterns,
    parameters: cohort,
  });
  return (
    <FigureCode code={code}>
      <EligibilityFigure state={state} onDrawn={drawn} />
    </FigureCode>
  );
}
