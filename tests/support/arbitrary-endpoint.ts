import { lineStopReasons } from '@core/domain/extract-tables';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import { endpointFormat, endpointVersion, readEndpoint } from '@core/endpoint/read-endpoint';
import fc from 'fast-check';

const lossOf = fc.record({
  kind: fc.constant('loss_of_response'),
  depth: fc.constantFrom('MMR', 'MR4'),
  tests: fc.constantFrom(1, 2),
});
const sampled = fc.oneof(lossOf, fc.constantFrom({ kind: 'stim_recurrence' }, { kind: 'failure' }));
const origins = fc.constantFrom(
  { event: 'diagnosis' },
  { event: 'inclusion' },
  { event: 'inclusion' },
  { event: 'first_tki' },
  { event: 'first_mmr' },
  { event: 'first_mr4' },
  { event: 'line_start', number: 1 },
  { event: 'line_start', number: 2 },
  { event: 'line_stop', number: 1 },
  { event: 'stop', number: 1 },
  { event: 'stop', number: 1 },
  { event: 'stop', number: 2 },
  { event: 'restart', number: 1 },
);

/** Definitions that `readEndpoint` takes, each event in any role that it may have; every preset among them. */
export const arbitraryEndpoint: fc.Arbitrary<EndpointDefinition> = fc.oneof(
  fc.constantFrom(...endpointPresetIds.map((id): EndpointDefinition => endpointPresets[id].endpoint)),
  fc
    .record({
      origin: origins,
      entry: fc.constantFrom('none', 'inclusion'),
      sample: fc.option(sampled, { nil: null, freq: 3 }),
      depth: fc.constantFrom('MMR', 'MR4', 'MR4.5', 'MR5'),
      reasons: fc.subarray([...lineStopReasons], { minLength: 1 }),
      roles: fc.array(fc.constantFrom('event', 'competing', 'censoring', 'none'), {
        minLength: 9,
        maxLength: 9,
      }),
      followUp: fc.constantFrom('last_sample', 'last_contact', 'last_contact'),
      landmarkMonths: fc.option(fc.constantFrom(0, 3, 6, 12), { nil: null, freq: 2 }),
      more: fc.option(fc.constantFrom(3, 12, 60), { nil: null, freq: 2 }),
    })
    .map(({ sample, depth, roles, reasons, more, landmarkMonths, ...rest }) => {
      const recorded = [
        { kind: 'death' },
        { kind: 'progression' },
        { kind: 'first_tki_end' },
        { kind: 'stop' },
        ...(sample === null ? [{ kind: 'sustained_response' }] : []),
        ...(sample === null ? [{ kind: 'response', depth }] : []),
        ...(rest.origin.event === 'stop' ? [{ kind: 'restart' }] : []),
        ...(rest.origin.event === 'line_start' ? [{ kind: 'line_end', reasons }] : []),
      ];
      const inRole = (role: string) => recorded.filter((_, index) => roles[index] === role);
      const withSample = (role: string) => (sample !== null && (roles[8] ?? '') === role ? [sample] : []);
      const competing = [...withSample('competing'), ...inRole('competing')];
      const event = [...(roles[8] === 'competing' || sample === null ? [] : [sample]), ...inRole('event')];
      return {
        format: endpointFormat,
        version: endpointVersion,
        ...rest,
        event,
        competing,
        censoring: inRole('censoring'),
        landmarkMonths,
        horizonMonths: more === null ? null : (landmarkMonths ?? 0) + more,
      };
    })
    .map((json) => readEndpoint(json).endpoint)
    .filter((endpoint) => endpoint !== null),
);
