import type { ExtractTableName } from '@core/domain/extract-tables';
import { type EndpointDefinition, endingEvents } from './endpoint-definition';

/** Tables without which nobody can be analysed. */
export function tablesOfEndpoint(endpoint: EndpointDefinition): readonly ExtractTableName[] {
  const atStop = endpoint.origin.event === 'stop' || endpoint.origin.event === 'restart';
  const progresses = endingEvents(endpoint).some(({ kind }) => kind === 'progression');
  return [
    ...(atStop ? (['treatment_free_attempt'] as const) : []),
    ...(progresses ? (['phase_event'] as const) : []),
  ];
}
