import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { type EndpointPresetId, endpointPresets, presetOf } from '@core/endpoint/endpoint-presets';
import { endpointOfToken, endpointToken } from '@core/endpoint/endpoint-url';
import { useCallback, useMemo } from 'react';
import { useUrlParameter } from './use-url';

const first: EndpointPresetId = 'euro-ski-mrfs';

export interface EndpointChoice {
  readonly endpoint: EndpointDefinition;
  /** The preset that says the same, `null` for one of the reader's own. */
  readonly preset: EndpointPresetId | null;
  readonly choose: (endpoint: EndpointDefinition) => void;
}

const any = () => true;

/**
 * The endpoint of the address: the id of a preset, or a whole definition. One that cannot be read, or that the screen does
 * not accept, is the first preset.
 */
export function useEndpoint(accepts: (endpoint: EndpointDefinition) => boolean = any): EndpointChoice {
  const [token, setToken] = useUrlParameter('endpoint');
  const endpoint = useMemo(() => {
    const read = token === undefined ? null : endpointOfToken(token);
    return read !== null && accepts(read) ? read : endpointPresets[first].endpoint;
  }, [token, accepts]);
  const preset = presetOf(endpoint);
  const choose = useCallback(
    (next: EndpointDefinition) => {
      const text = endpointToken(next);
      setToken(text === first ? undefined : text);
    },
    [setToken],
  );
  return { endpoint, preset, choose };
}
