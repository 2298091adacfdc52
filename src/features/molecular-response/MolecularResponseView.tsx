import { visitQuartiles } from '@data/queries/visit-quartiles';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useCohort, useUrlChoice } from '@session/use-url';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';
import { Segments } from '@view/ui/Segments';

const drawn = () => markFigureDrawn('molecular-response');
const horizons = urlChoices.months;

export function MolecularResponseView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const [asked, setMonths] = useUrlChoice('months');
  const state = useAnswer(visitQuartiles, cohort);
  const horizon = asked ?? '60';
  return (
    <MolecularResponseFigure
      state={state}
      horizonMonths={Number(horizon)}
      height={460}
      notes="full"
      onDrawn={drawn}
      controls={
        <Segments
          label={say('response.horizon')}
          options={horizons.map((id) => ({ id, label: say('figure.months', { months: Number(id) }) }))}
          chosen={horizon}
          onChoose={(id) => setMonths(id === '60' ? undefined : id)}
        />
      }
    />
  );
}
