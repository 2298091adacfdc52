import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointEvents } from '@data/queries/endpoint-events';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { EndpointPreview } from '@view/figures/EndpointPreview';
import { useMemo } from 'react';

const { endpoint, source } = endpointPresets['euro-ski-mrfs'];
const drawn = () => markFigureDrawn('treatment-free-remission');

export function RemissionPreview() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const state = useAnswer(
    endpointEvents,
    useMemo(() => ({ cohort, endpoint, groupBy: null }), [cohort]),
  );
  return (
    <EndpointPreview
      title={say('survival.preset.euro-ski-mrfs')}
      state={state}
      source={source}
      horizonMonths={120}
      onDrawn={drawn}
    />
  );
}
