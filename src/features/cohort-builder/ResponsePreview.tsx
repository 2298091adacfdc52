import { visitDistribution } from '@data/queries/visit-distribution';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';
import { useMemo } from 'react';

const drawn = () => markFigureDrawn('molecular-response');

export function ResponsePreview() {
  const { cohort } = useCohort();
  const state = useAnswer(
    visitDistribution,
    useMemo(() => ({ cohort, origin: 'first_tki', groupBy: null }) as const, [cohort]),
  );
  return (
    <MolecularResponseFigure
      state={state}
      fromMonth={0}
      toMonth={60}
      plotHeight={280}
      notes="brief"
      onDrawn={drawn}
    />
  );
}
