import { ageBands, knownFactSets } from '@core/domain/quasi-identifier';
import { classSizes } from '@data/queries/class-sizes';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useUrlChoice } from '@session/use-url';
import { AnonymityFigure } from '@view/figures/AnonymityFigure';
import { FigureCode } from '@view/figures/FigureCode';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';

const drawn = () => markFigureDrawn('anonymity');
const usualBand = '5';
const usualFacts = 'age-sex-year-centre';

/** How many patients could be singled out by what somebody may know of them. */
export function AnonymityPanel() {
  const { say } = useWords();
  const [known = usualFacts, setKnown] = useUrlChoice('known');
  const [ages = usualBand, setAges] = useUrlChoice('ages');
  const ageBand = ageBands.find((years) => String(years) === ages) ?? 5;
  const asked = useMemo(() => ({ known, ageBand }), [known, ageBand]);
  const state = useAnswer(classSizes, asked);
  const code = useFigureCode({
    title: say('quality.anonymity'),
    question: classSizes,
    parameters: asked,
  });
  return (
    <FigureCode code={code}>
      <AnonymityFigure
        state={state}
        onDrawn={drawn}
        controls={
          <>
            <ChoiceField
              label={say('quality.known')}
              options={knownFactSets.map((id) => ({ id, label: say(`quality.known.${id}`) }))}
              chosen={known}
              onChoose={(id) => setKnown(id === usualFacts ? undefined : id)}
            />
            <Segments
              label={say('quality.ages')}
              options={ageBands.map((years) => ({
                id: String(years),
                label: say('quality.years', { years }),
              }))}
              chosen={ages}
              onChoose={(id) => setAges(id === usualBand ? undefined : id)}
            />
          </>
        }
      />
    </FigureCode>
  );
}
