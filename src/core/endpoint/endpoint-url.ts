import { base64UrlDecoded, base64UrlEncoded } from '@core/cohort/base64-url';
import type { EndpointDefinition } from './endpoint-definition';
import { endpointPresetIds, endpointPresets, presetOf } from './endpoint-presets';
import { endpointJson, readEndpoint } from './read-endpoint';

/** An endpoint for the address: the id of the preset that says the same, else its whole definition. */
export const endpointToken = (endpoint: EndpointDefinition): string =>
  presetOf(endpoint) ?? base64UrlEncoded(JSON.stringify(endpointJson(endpoint)));

/** The endpoint of a token; `null` when it names none. */
export function endpointOfToken(token: string): EndpointDefinition | null {
  const preset = endpointPresetIds.find((id) => id === token);
  if (preset !== undefined) return endpointPresets[preset].endpoint;
  const text = base64UrlDecoded(token);
  if (text === null) return null;
  try {
    return readEndpoint(JSON.parse(text)).endpoint;
  } catch {
    return null;
  }
}
