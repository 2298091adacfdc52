import { whileBehind } from '@core/base/answer-state';
import { visitDistribution } from '@data/queries/visit-distribution';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAfterPaint } from '@session/use-after-paint';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';
import { useMemo } from 'react';

const shownPatients = { kind: 'response', origin: 'first_tki', groupBy: null } as const;
const drawn = () => markFigureDrawn('molecular-response');

export function ResponsePreview() {
  const { say } = useWords();
  const { cohort: live } = useCohort();
  // Who changes a rule sees its counts first.
  const cohort = useAfterPaint(live);
  const asked = useMemo(() => ({ cohort, origin: 'first_tki', groupBy: null }) as const, [cohort]);
  const state = whileBehind(useAnswer(visitDistribution, asked), cohort !== live);
  const code = useFigureCode({
    title: say('response.title'),
    question: visitDistribution,
    parameters: asked,
  });
  return (
    <FigureCode code={code}>
      <ShownPatientsContext value={shownPatients}>
        <MolecularResponseFigure
          state={state}
          fromMonth={0}
          toMonth={60}
          plotHeight={280}
          notes="brief"
          onDrawn={drawn}
        />
      </ShownPatientsContext>
    </FigureCode>
  );
}
