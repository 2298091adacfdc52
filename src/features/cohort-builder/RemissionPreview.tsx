import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointEvents } from '@data/queries/endpoint-events';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort } from '@session/use-url';
import { EndpointPreview } from '@view/figures/EndpointPreview';
import { FigureCode } from '@view/figures/FigureCode';
import { useMemo } from 'react';

const { endpoint, source } = endpointPresets['euro-ski-mrfs'];
const shownPatients = { kind: 'endpoint', endpoint, groupBy: null } as const;
const drawn = () => markFigureDrawn('treatment-free-remission');

export function RemissionPreview() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const title = say('survival.preset.euro-ski-mrfs');
  const asked = useMemo(() => ({ cohort, endpoint, groupBy: null }), [cohort]);
  const state = useAnswer(endpointEvents, asked);
  const code = useFigureCode({ title, question: endpointEvents, parameters: asked });
  return (
    <FigureCode code={code}>
      <ShownPatientsContext value={shownPatients}>
        <EndpointPreview title={title} state={state} source={source} horizonMonths={120} onDrawn={drawn} />
      </ShownPatientsContext>
    </FigureCode>
  );
}
