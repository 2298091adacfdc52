import { recurrenceEvents } from '@data/queries/recurrence-events';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { TreatmentFreeRemissionFigure } from '@view/figures/TreatmentFreeRemissionFigure';
import { useMemo } from 'react';

const options = { interval: 'log', level: 0.95 } as const;
const drawn = () => markFigureDrawn('treatment-free-remission');

export function RemissionPreview() {
  const { cohort } = useCohort();
  const state = useAnswer(
    recurrenceEvents,
    useMemo(() => ({ cohort, groupBy: null }), [cohort]),
  );
  return (
    <TreatmentFreeRemissionFigure
      state={state}
      options={options}
      horizonMonths={120}
      notes="brief"
      onDrawn={drawn}
    />
  );
}
