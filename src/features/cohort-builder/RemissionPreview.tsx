import { whileBehind } from '@core/base/answer-state';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointEvents } from '@data/queries/endpoint-events';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAfterPaint } from '@session/use-after-paint';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort } from '@session/use-url';
import { EndpointPreview } from '@view/figures/EndpointPreview';
import { FigureCode } from '@view/figures/FigureCode';
import { useMemo } from 'react';

const preset = endpointPresets['euro-ski-mrfs'];
const { endpoint } = preset;
const shownPatients = { kind: 'endpoint', endpoint, groupBy: null } as const;
const drawn = () => markFigureDrawn('treatment-free-remission');

export function RemissionPreview() {
  const { say } = useWords();
  const { cohort: live } = useCohort();
  // A frame after the other curve: both at once would hold up who goes on drawing.
  const cohort = useAfterPaint(useAfterPaint(live));
  const title = say('survival.preset.euro-ski-mrfs');
  const asked = useMemo(() => ({ cohort, endpoint, groupBy: null }), [cohort]);
  const state = whileBehind(useAnswer(endpointEvents, asked), cohort !== live);
  const code = useFigureCode({ title, question: endpointEvents, parameters: asked });
  return (
    <FigureCode code={code}>
      <ShownPatientsContext value={shownPatients}>
        <EndpointPreview title={title} state={state} source={preset} horizonMonths={120} onDrawn={drawn} />
      </ShownPatientsContext>
    </FigureCode>
  );
}
