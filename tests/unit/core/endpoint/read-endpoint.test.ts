import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointOfToken, endpointToken } from '@core/endpoint/endpoint-url';
import { endpointJson, readEndpoint } from '@core/endpoint/read-endpoint';
import { describe, expect, it } from 'vitest';

const json = endpointJson(endpointPresets.relapse.endpoint);
const faultOf = (change: object) => readEndpoint({ ...json, ...change }).fault;

describe('readEndpoint', () => {
  it('reads every preset back as it is, from its JSON and from its token', () => {
    for (const id of endpointPresetIds) {
      const { endpoint } = endpointPresets[id];
      expect(readEndpoint(JSON.parse(JSON.stringify(endpointJson(endpoint)))).endpoint, id).toEqual(endpoint);
      expect(endpointToken(endpoint)).toBe(id);
      expect(endpointOfToken(id)).toBe(endpoint);
      const other = { ...endpoint, horizonMonths: 120 };
      expect(endpointOfToken(endpointToken(other))).toEqual(other);
    }
    expect(endpointOfToken('nonsense')).toBeNull();
  });

  it('says where a definition is wrong', () => {
    expect(faultOf({ version: 2 })).toMatchObject({ path: 'version' });
    expect(faultOf({ event: [] })).toMatchObject({ path: 'event', expected: { kind: 'not-empty' } });
    expect(faultOf({ event: [{ kind: 'loss_of_response', depth: 'MMR', tests: 3 }] })).toMatchObject({
      path: 'event[0].tests',
    });
    expect(faultOf({ censoring: [{ kind: 'failure' }] })).toMatchObject({ path: 'censoring[0].kind' });
    expect(faultOf({ competing: [{ kind: 'stim_recurrence' }] })).toMatchObject({
      expected: { kind: 'at-most', most: 1 },
    });
    expect(faultOf({ censoring: [{ kind: 'death' }] })).toMatchObject({ expected: { kind: 'only' } });
    expect(faultOf({ origin: { event: 'diagnosis' } })).toMatchObject({ path: 'origin' });
    expect(faultOf({ landmarkMonths: 12, horizonMonths: 12 })).toMatchObject({ path: 'horizonMonths' });
    expect(faultOf({ extra: 1 })).toMatchObject({ expected: { kind: 'only' } });
  });
});
