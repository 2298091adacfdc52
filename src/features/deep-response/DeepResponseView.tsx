import { currentMonths, usualCurrentMonths } from '@core/cohort/depth-course';
import { depthMoves } from '@data/queries/depth-moves';
import { mutationVariants } from '@data/queries/mutation-variants';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { useCohort, useUrlChoice } from '@session/use-url';
import { DepthFigure } from '@view/figures/DepthFigure';
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
  const [asked, setCurrent] = useUrlChoice('current');
  const months = currentMonths.find((one) => String(one) === asked) ?? usualCurrentMonths;
  const depth = useAnswer(
    depthMoves,
    useMemo(() => ({ cohort, currentMonths: months }), [cohort, months]),
  );
  const hasMutations = extract.has('mutation');
  const mutations = useAnswer(mutationVariants, cohort, hasMutations);
  return (
    <>
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
      <ResponseEndpoints />
      {hasMutations ? (
        <MutationFigure state={mutations} />
      ) : (
        <Notice tone="warn" title={say('mutations.missing')} />
      )}
    </>
  );
}
