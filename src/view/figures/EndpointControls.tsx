import {
  type EndpointDefinition,
  isSampleEvent,
  type ReachedDepth,
  reachedDepths,
  sampleEventOf,
} from '@core/endpoint/endpoint-definition';
import { type EndpointPresetId, endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { useWords } from '@language/use-words';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Segments } from '@view/ui/Segments';

const landmarks = [0, 3, 4.5, 6, 7.5, 9, 12, 15, 24] as const;

interface Props {
  readonly endpoint: EndpointDefinition;
  /** The preset that says the same, `null` for one of the reader's own. */
  readonly preset: EndpointPresetId | null;
  readonly choose: (endpoint: EndpointDefinition) => void;
  /** The presets to choose from; all when left out. */
  readonly presets?: readonly EndpointPresetId[] | undefined;
}

/** Which endpoint, and the parts of it that a reader changes most. */
export function EndpointControls({ endpoint, preset, choose, presets = endpointPresetIds }: Props) {
  const { say, name, number } = useWords();
  const { competing, censoring } = endpoint;
  const depth = endpoint.event.find((event) => event.kind === 'response')?.depth;
  const loss = sampleEventOf(endpoint);
  const landmark = endpoint.landmarkMonths ?? 0;
  const months = landmarks.includes(landmark as 0)
    ? landmarks
    : [...landmarks, landmark].toSorted((a, b) => a - b);
  return (
    <>
      <ChoiceField<EndpointPresetId | 'custom'>
        label={say('survival.endpoint')}
        options={[
          ...(preset === null ? [{ id: 'custom' as const, label: say('survival.custom') }] : []),
          ...presets.map((id) => ({ id, label: say(`survival.preset.${id}`) })),
        ]}
        chosen={preset ?? 'custom'}
        onChoose={(id) => {
          if (id !== 'custom') choose(endpointPresets[id].endpoint);
        }}
      />
      {loss?.kind === 'loss_of_response' ? (
        <ChoiceField<'1' | '2'>
          label={say('survival.confirmation')}
          options={(['1', '2'] as const).map((id) => ({ id, label: say(`survival.confirmation.${id}`) }))}
          chosen={loss.tests === 1 ? '1' : '2'}
          onChoose={(tests) => choose(withTests(endpoint, tests === '1' ? 1 : 2))}
        />
      ) : null}
      {depth === undefined ? null : (
        <ChoiceField<ReachedDepth>
          label={say('survival.depth')}
          options={reachedDepths.map((id) => ({ id, label: name('response', id) }))}
          chosen={depth}
          onChoose={(id) => choose(withDepth(endpoint, id))}
        />
      )}
      {competing.length + censoring.length === 0 ? null : (
        <Segments<'compete' | 'censor'>
          label={say('survival.others')}
          options={(['compete', 'censor'] as const).map((id) => ({
            id,
            label: say(`survival.others.${id}`),
          }))}
          chosen={competing.length > 0 ? 'compete' : 'censor'}
          onChoose={(id) => choose(withOthers(endpoint, id))}
        />
      )}
      <ChoiceField<EndpointDefinition['entry']>
        label={say('survival.entry')}
        options={(['none', 'inclusion'] as const).map((id) => ({ id, label: say(`survival.entry.${id}`) }))}
        chosen={endpoint.entry}
        onChoose={(entry) => choose({ ...endpoint, entry })}
      />
      <ChoiceField
        label={say('survival.landmark')}
        options={months.map((month) => ({
          id: String(month),
          label:
            month === 0
              ? say('survival.landmark.none')
              : `${number(month)} ${say('figure.monthUnit', { months: month })}`,
        }))}
        chosen={String(landmark)}
        onChoose={(id) => choose({ ...endpoint, landmarkMonths: id === '0' ? null : Number(id) })}
      />
    </>
  );
}

/** The same with so many consecutive tests asked for. */
function withTests(endpoint: EndpointDefinition, tests: 1 | 2): EndpointDefinition {
  const confirmed = (events: EndpointDefinition['event']) =>
    events.map((event) => (event.kind === 'loss_of_response' ? { ...event, tests } : event));
  return { ...endpoint, event: confirmed(endpoint.event), competing: confirmed(endpoint.competing) };
}

/** The same with the response that is waited for of another depth. */
function withDepth(endpoint: EndpointDefinition, depth: ReachedDepth): EndpointDefinition {
  const event = endpoint.event.map((one) => (one.kind === 'response' ? { ...one, depth } : one));
  return { ...endpoint, event };
}

/** The same with every event beside the one of interest competing with it, or ending the observation. */
function withOthers(endpoint: EndpointDefinition, others: 'compete' | 'censor'): EndpointDefinition {
  const all = [...endpoint.competing, ...endpoint.censoring];
  return others === 'compete'
    ? { ...endpoint, competing: all, censoring: [] }
    : {
        ...endpoint,
        competing: all.filter(isSampleEvent),
        censoring: all.filter((event) => !isSampleEvent(event)),
      };
}
