import { visitQuartiles } from '@data/queries/visit-quartiles';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';

const drawn = () => markFigureDrawn('molecular-response');

export function ResponsePreview() {
  const { cohort } = useCohort();
  const state = useAnswer(visitQuartiles, cohort);
  return (
    <MolecularResponseFigure state={state} horizonMonths={60} height={340} notes="brief" onDrawn={drawn} />
  );
}
