import type { ExtractTableName } from '@core/domain/extract-tables';
import { type EndpointDefinition, endingEvents } from './endpoint-definition';
import { tableOfEvent } from './endpoint-exit';

/** Tables without which nobody can be analysed. */
export function tablesOfEndpoint(endpoint: EndpointDefinition): readonly ExtractTableName[] {
  const atStop = endpoint.origin.event === 'stop' || endpoint.origin.event === 'restart';
  const kinds = new Set<string>([...endingEvents(endpoint), ...endpoint.censoring].map(({ kind }) => kind));
  const ofEvents = Object.entries(tableOfEvent).flatMap(([event, table]) =>
    kinds.has(event) ? [table] : [],
  );
  return [...new Set([...(atStop ? (['treatment_free_attempt'] as const) : []), ...ofEvents])];
}
