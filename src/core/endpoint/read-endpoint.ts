import { numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import { FieldReader, type JsonFault, JsonFaultError } from '@core/cohort/json-field';
import { lineStopReasons } from '@core/domain/extract-tables';
import {
  awaitsResponse,
  type EndpointDefinition,
  type EndpointEvent,
  endingEvents,
  entries,
  eventKey,
  followUps,
  isSampleEvent,
  lossDepths,
  type RecordedEvent,
  reachedDepths,
} from './endpoint-definition';

/** What an endpoint file says of itself. */
export const endpointFormat = 'cml-endpoint';
export const endpointVersion = 1;
export const endpointLimits = { events: 12, months: 600 } as const;

export const recordedKinds = [
  'restart',
  'progression',
  'death',
  'response',
  'sustained_response',
  'stop',
  'first_tki_end',
  'line_end',
] as const;
export const eventKinds = ['loss_of_response', 'stim_recurrence', 'failure', ...recordedKinds] as const;

export type ReadEndpoint =
  | { readonly endpoint: EndpointDefinition; readonly fault: null }
  | { readonly endpoint: null; readonly fault: JsonFault };

/**
 * Reads an endpoint from parsed JSON, all or nothing; a fault says where it is and what was expected there.
 *
 * Refused besides what the schema refuses: an event twice, two events read from samples, one of them beside a response, a restart without a stop as
 * origin, the end of a line without the start of a line as origin, a horizon that is not after the landmark.
 */
export function readEndpoint(json: unknown): ReadEndpoint {
  try {
    return { endpoint: endpointOf(new FieldReader(json, '')), fault: null };
  } catch (error) {
    if (error instanceof JsonFaultError) return { endpoint: null, fault: error.fault };
    throw error;
  }
}

/** The same, from a part of other JSON. Throws a `JsonFaultError`. */
export function endpointOf(field: FieldReader): EndpointDefinition {
  // Before anything else: another version may have members that this one does not know.
  field.get('format').oneOf([endpointFormat]);
  field.get('version').exactly(endpointVersion);
  field.only(endpointMembers);
  const origin = anchor(field.get('origin'));
  const event = events(field, 'event', eventKinds);
  if (event.length === 0) field.get('event').fail({ kind: 'not-empty' });
  const months = (name: string, least: number) =>
    field.has(name) ? field.get(name).number(least, endpointLimits.months) : null;
  const landmarkMonths = months('landmarkMonths', 0);
  const endpoint: EndpointDefinition = {
    origin,
    entry: field.has('entry') ? field.get('entry').oneOf(entries) : 'none',
    event,
    competing: field.has('competing') ? events(field, 'competing', eventKinds) : [],
    censoring: field.has('censoring')
      ? (events(field, 'censoring', recordedKinds) as readonly RecordedEvent[])
      : [],
    followUp: field.get('followUp').oneOf(followUps),
    landmarkMonths,
    horizonMonths: months('horizonMonths', 0),
  };
  check(endpoint, field);
  return Object.freeze(endpoint);
}

const endpointMembers = [
  '$schema',
  'format',
  'version',
  'origin',
  'entry',
  'event',
  'competing',
  'censoring',
  'followUp',
  'landmarkMonths',
  'horizonMonths',
];

function check(endpoint: EndpointDefinition, field: FieldReader): void {
  const { origin, landmarkMonths, horizonMonths } = endpoint;
  const all: readonly EndpointEvent[] = [...endingEvents(endpoint), ...endpoint.censoring];
  const only = (options: readonly string[]) => field.get('event').fail({ kind: 'only', options });
  if (new Set(all.map(eventKey)).size < all.length) only(eventKinds);
  if (all.filter(isSampleEvent).length > 1) field.get('event').fail({ kind: 'at-most', most: 1 });
  if (awaitsResponse(endpoint) && all.some(isSampleEvent)) only(recordedKinds);
  if (origin.event !== 'stop' && all.some(({ kind }) => kind === 'restart'))
    field.get('origin').fail({ kind: 'one-of', options: ['stop'] });
  if (origin.event !== 'line_start' && all.some(({ kind }) => kind === 'line_end'))
    field.get('origin').fail({ kind: 'one-of', options: ['line_start'] });
  if (horizonMonths !== null && horizonMonths <= (landmarkMonths ?? 0))
    field.get('horizonMonths').fail({ kind: 'range' });
}

function anchor(field: FieldReader): EndpointDefinition['origin'] {
  const event = field.get('event').oneOf([...singleEvents, ...numberedEvents]);
  const single = singleEvents.find((one) => one === event);
  if (single !== undefined) {
    field.only(['event']);
    return Object.freeze({ event: single });
  }
  field.only(['event', 'number']);
  const number = field.get('number').integer(1, 99);
  return Object.freeze({ event: field.get('event').oneOf(numberedEvents), number });
}

function events(
  field: FieldReader,
  name: string,
  kinds: readonly EndpointEvent['kind'][],
): readonly EndpointEvent[] {
  return Object.freeze(
    field
      .get(name)
      .list(endpointLimits.events)
      .map((item) => event(item, kinds)),
  );
}

function event(field: FieldReader, kinds: readonly EndpointEvent['kind'][]): EndpointEvent {
  const kind = field.get('kind').oneOf(kinds);
  if (kind === 'loss_of_response') {
    field.only(['kind', 'depth', 'tests']);
    const tests = field.get('tests').integer(1, 2) === 1 ? 1 : 2;
    return Object.freeze({ kind, depth: field.get('depth').oneOf(lossDepths), tests });
  }
  if (kind === 'response') {
    field.only(['kind', 'depth']);
    return Object.freeze({ kind, depth: field.get('depth').oneOf(reachedDepths) });
  }
  if (kind === 'line_end') {
    field.only(['kind', 'reasons']);
    const list = field.get('reasons').list(lineStopReasons.length);
    const named = new Set(list.map((reason) => reason.oneOf(lineStopReasons)));
    if (named.size === 0) field.get('reasons').fail({ kind: 'not-empty' });
    return Object.freeze({ kind, reasons: Object.freeze(lineStopReasons.filter((one) => named.has(one))) });
  }
  field.only(['kind']);
  return Object.freeze({ kind });
}

/** An endpoint as the JSON that `readEndpoint` reads: the inverse of it. */
export const endpointJson = (endpoint: EndpointDefinition): object => ({
  format: endpointFormat,
  version: endpointVersion,
  ...endpoint,
});
