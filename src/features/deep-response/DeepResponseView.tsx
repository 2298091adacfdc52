import { currentMonths, usualCurrentMonths } from '@core/cohort/depth-course';
import { depthMoves } from '@data/queries/depth-moves';
import { mutationVariants } from '@data/queries/mutation-variants';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { DepthFigure } from '@view/figures/DepthFigure';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport } from '@view/figures/FigureExport';
import { MutationFigure } from '@view/figures/MutationFigure';
import { Notice } from '@view/ui/Notice';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { ResponseEndpoints } from './ResponseEndpoints';

const drawn = () => markFigureDrawn('deep-response');

export function DeepResponseView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const extract = useExtract();
  const [current, setCurrent] = useUrlChoice('current');
  const months = currentMonths.find((one) => String(one) === current) ?? usualCurrentMonths;
  const asked = useMemo(() => ({ cohort, currentMonths: months }), [cohort, months]);
  const depth = useAnswer(depthMoves, asked);
  const codeOfDepth = useFigureCode({ title: say('depth.title'), question: depthMoves, parameters: asked });
  const hasMutations = extract.has('mutation');
  const mutations = useAnswer(mutationVariants, cohort, hasMutations);
  const codeOfMutations = useFigureCode({
    title: say('mutations.title'),
    question: mutationVariants,
    parameters: cohort,
  });
  const leavingDepth = useFigureExport('depth', { current: String(months) }, cohort);
  const leavingMutations = useFigureExport('mutations', {}, cohort);
  return (
    <>
      <FigureCode code={codeOfDepth}>
        <FigureExport leaving={leavingDepth}>
          <DepthFigure
            state={depth}
            onDrawn={drawn}
            controls={
              <Segments
                label={say('depth.current')}
                options={urlChoices.current.map((id) => ({
                  id,
                  label: say('figure.months', { months: Number(id) }),
                }))}
                chosen={String(months)}
                onChoose={(id) => setCurrent(id === String(usualCurrentMonths) ? undefined : id)}
              />
            }
          />
        </FigureExport>
      </FigureCode>
      <ResponseEndpoints />
      {hasMutations ? (
        <FigureCode code={codeOfMutations}>
          <FigureExport leaving={leavingMutations}>
            <MutationFigure state={mutations} />
          </FigureExport>
        </FigureCode>
      ) : (
        <Notice tone="warn" title={say('mutations.missing')} />
      )}
    </>
  );
}
