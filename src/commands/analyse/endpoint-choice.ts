import type { FieldReader } from '@core/cohort/json-field';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointOf } from '@core/endpoint/read-endpoint';

/** The member that an entry of a file names its endpoint by: one of the presets, or a definition. */
export const endpointMember = (field: FieldReader): 'preset' | 'endpoint' =>
  field.has('preset') ? 'preset' : 'endpoint';

export const readEndpointChoice = (field: FieldReader): EndpointDefinition =>
  endpointMember(field) === 'preset'
    ? endpointPresets[field.get('preset').oneOf(endpointPresetIds)].endpoint
    : endpointOf(field.get('endpoint'));
