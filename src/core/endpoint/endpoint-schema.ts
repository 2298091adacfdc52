import { numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import type { JsonSchema } from '@core/cohort/cohort-schema';
import { lineStopReasons } from '@core/domain/extract-tables';
import { entries, followUps, lossDepths, reachedDepths } from './endpoint-definition';
import { endpointFormat, endpointLimits, endpointVersion, eventKinds, recordedKinds } from './read-endpoint';

/**
 * What `readEndpoint` reads, as a JSON Schema (draft 2020-12), made from the same vocabularies. What relates one member to
 * another is left to `readEndpoint` and told in the description.
 */
export function endpointSchema(): JsonSchema {
  const months = (description: string) => ({
    type: ['number', 'null'],
    minimum: 0,
    maximum: endpointLimits.months,
    description,
  });
  return {
    $id: `urn:cml-registry-dashboard:${endpointFormat}:${endpointVersion}`,
    title: 'Time-to-event endpoint of a chronic myeloid leukaemia registry',
    description:
      'Days count from the origin. The first event or competing event ends the follow-up; on one day the one listed first, events before competing events before censoring. Not said by this schema: no event twice, at most one event read from samples, restart only after a stop, line_end only from the start of a line, the horizon after the landmark.',
    ...object(
      {
        $schema: { description: 'Where this schema is found; not read.' },
        format: { const: endpointFormat },
        version: { const: endpointVersion, description: 'Version of the language.' },
        origin: { $ref: '#/$defs/anchor' },
        entry: { enum: [...entries, null], description: 'Left truncation at the inclusion, or none.' },
        event: { type: 'array', minItems: 1, maxItems: endpointLimits.events, items: anyOf(eventKinds) },
        competing: { type: ['array', 'null'], maxItems: endpointLimits.events, items: anyOf(eventKinds) },
        censoring: { type: ['array', 'null'], maxItems: endpointLimits.events, items: anyOf(recordedKinds) },
        followUp: { enum: followUps, description: 'Where follow-up without an event ends.' },
        landmarkMonths: months('Only who is observed and event-free beyond it is at risk, from there on.'),
        horizonMonths: months('Follow-up is cut off here.'),
      },
      ['format', 'version', 'origin', 'event', 'followUp'],
    ),
    $defs: {
      anchor: {
        oneOf: [
          object({ event: { enum: singleEvents } }, ['event']),
          object({ event: { enum: numberedEvents }, number: { type: 'integer', minimum: 1, maximum: 99 } }, [
            'event',
            'number',
          ]),
        ],
      },
      ...Object.fromEntries(eventKinds.map((kind) => [kind, eventSchema(kind)])),
    },
  };
}

const object = (properties: JsonSchema, required: readonly string[]): JsonSchema => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

const anyOf = (kinds: readonly string[]): JsonSchema => ({
  oneOf: kinds.map((kind) => ({ $ref: `#/$defs/${kind}` })),
});

function eventSchema(kind: (typeof eventKinds)[number]): JsonSchema {
  const base = { kind: { const: kind } };
  if (kind === 'loss_of_response') {
    return object({ ...base, depth: { enum: lossDepths }, tests: { enum: [1, 2] } }, [
      'kind',
      'depth',
      'tests',
    ]);
  }
  if (kind === 'response') {
    return object({ ...base, depth: { enum: reachedDepths } }, ['kind', 'depth']);
  }
  if (kind === 'line_end') {
    const reasons = {
      type: 'array',
      minItems: 1,
      maxItems: lineStopReasons.length,
      items: { enum: lineStopReasons },
    };
    return object({ ...base, reasons }, ['kind', 'reasons']);
  }
  return object(base, ['kind']);
}
