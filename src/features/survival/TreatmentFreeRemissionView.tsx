import { countsFromStop } from '@core/endpoint/endpoint-definition';
import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { Expander } from '@view/ui/Expander';
import { AfterStop } from './AfterStop';
import { EndpointScreen } from './EndpointScreen';

const presets = endpointPresetIds.filter((id) => countsFromStop(endpointPresets[id].endpoint));

/** The endpoints that count from a stop of a TKI, and the patients behind their curves one by one. */
export function TreatmentFreeRemissionView() {
  const { say } = useWords();
  const extract = useExtract();
  return (
    <>
      <EndpointScreen
        presets={presets}
        accepts={countsFromStop}
        mark="treatment-free-remission"
        horizonMonths={120}
      />
      {extract.has('treatment_free_attempt') ? (
        <Expander label={say('swimmer.panel')} level={2} look="heading">
          <AfterStop />
        </Expander>
      ) : null}
    </>
  );
}
