import { currentMonths, usualCurrentMonths } from '@core/cohort/depth-course';
import { depthMoves } from '@data/queries/depth-moves';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useCohort, useUrlChoice } from '@session/use-url';
import { DepthFigure } from '@view/figures/DepthFigure';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';

const drawn = () => markFigureDrawn('deep-response');

export function DeepResponseView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const [asked, setCurrent] = useUrlChoice('current');
  const months = currentMonths.find((one) => String(one) === asked) ?? usualCurrentMonths;
  const state = useAnswer(
    depthMoves,
    useMemo(() => ({ cohort, currentMonths: months }), [cohort, months]),
  );
  return (
    <DepthFigure
      state={state}
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
  );
}
