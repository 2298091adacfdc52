import { eligibilityPatterns } from '@data/queries/eligibility-patterns';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { EligibilityFigure } from '@view/figures/EligibilityFigure';

const drawn = () => markFigureDrawn('eligibility');

export function EligibilityView() {
  const { cohort } = useCohort();
  return <EligibilityFigure state={useAnswer(eligibilityPatterns, cohort)} onDrawn={drawn} />;
}
