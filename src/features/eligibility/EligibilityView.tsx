import { unseenRules } from '@core/domain/eligibility-rule';
import { eligibilityPatterns } from '@data/queries/eligibility-patterns';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useOpenCohort } from '@session/use-url';
import { EligibilityFigure } from '@view/figures/EligibilityFigure';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport } from '@view/figures/FigureExport';
import { Button } from '@view/ui/Button';

const drawn = () => markFigureDrawn('eligibility');

export function EligibilityView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const openCohort = useOpenCohort('/patients');
  const state = useAnswer(eligibilityPatterns, cohort);
  const code = useFigureCode({
    title: say('eligibility.figure'),
    question: eligibilityPatterns,
    parameters: cohort,
  });
  const leaving = useFigureExport('eligibility', {}, cohort);
  return (
    <>
      <FigureCode code={code}>
        <FigureExport leaving={leaving}>
          <EligibilityFigure state={state} onDrawn={drawn} />
        </FigureExport>
      </FigureCode>
      {unseenRules.map(({ id, source }) => (
        <p key={id}>{say(`eligibility.unseen.${id}`, { source })}</p>
      ))}
      <p>
        {say('eligibility.whyHere')}{' '}
        <Button onPress={() => openCohort((before) => before)}>{say('milestones.toPatients')}</Button>
      </p>
    </>
  );
}
