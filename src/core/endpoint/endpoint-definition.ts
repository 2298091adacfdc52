import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { LineStopReason } from '@core/domain/extract-tables';

/** Events that are read from the samples after the origin; an endpoint has at most one of them. */
export type SampleEvent =
  /** So many consecutive tests above the limit of a depth; the day is that of the first of them. */
  | { readonly kind: 'loss_of_response'; readonly depth: LossDepth; readonly tests: 1 | 2 }
  /** A positive test followed by one at least ten times as high, or one test above 0.1 % IS; the first day of either. */
  | { readonly kind: 'stim_recurrence' }
  /** ELN 2020 at any time: above 1 % IS on treatment, after the first MMR or from month 15 since the first TKI on. */
  | { readonly kind: 'failure' };

/** Events that the registry records with their day, or whose day is derived once for every patient. */
export type RecordedEvent =
  /** Restart of the attempt, the next TKI line, or the next attempt, whichever comes first. Origin: a stop. */
  | { readonly kind: 'restart' }
  /** First AP or BP event. */
  | { readonly kind: 'progression' }
  | { readonly kind: 'death' }
  /** First evaluable sample of a depth or deeper since the first TKI. */
  | { readonly kind: 'response'; readonly depth: ReachedDepth }
  /** First day on which a deep response was sustained, by French practice (`frenchSustainedResponse`). */
  | { readonly kind: 'sustained_response' }
  /** First recorded stop in deep response. */
  | { readonly kind: 'stop' }
  /** End of the first TKI: its stop, for whatever reason, or the start of the next TKI line. */
  | { readonly kind: 'first_tki_end' }
  /** End of the line of the origin for one of the reasons; one that is not recorded is `unknown`. */
  | { readonly kind: 'line_end'; readonly reasons: readonly LineStopReason[] };

export type EndpointEvent = SampleEvent | RecordedEvent;

export const lossDepths = ['MMR', 'MR4'] as const;
export type LossDepth = (typeof lossDepths)[number];

export const reachedDepths = ['MMR', 'MR4', 'MR4.5', 'MR5'] as const;
export type ReachedDepth = (typeof reachedDepths)[number];

/** `none`: at risk from the origin; `inclusion`: only from the inclusion in the registry (left truncation). */
export const entries = ['none', 'inclusion'] as const;
export type EndpointEntry = (typeof entries)[number];

/** Where follow-up without an event ends: last sample that tells, or last contact. */
export const followUps = ['last_sample', 'last_contact'] as const;
export type FollowUp = (typeof followUps)[number];

/**
 * A time-to-event endpoint as data.
 *
 * Days count from the origin. The first event of `event` or `competing` ends the follow-up; of events on one day the one
 * that is listed first counts, those of `event` before those of `competing`, both before a censoring. An event of
 * `censoring` ends the observation: samples after it do not count.
 */
export interface EndpointDefinition {
  readonly origin: AnchorEvent;
  readonly entry: EndpointEntry;
  /** Any of them is the event; at least one. */
  readonly event: readonly EndpointEvent[];
  readonly competing: readonly EndpointEvent[];
  readonly censoring: readonly RecordedEvent[];
  readonly followUp: FollowUp;
  /** Only who is observed and event-free beyond this month after the origin is at risk, and from there on. */
  readonly landmarkMonths: number | null;
  /** Follow-up is cut off at this month. */
  readonly horizonMonths: number | null;
}

export const isSampleEvent = (event: EndpointEvent): event is SampleEvent =>
  event.kind === 'loss_of_response' || event.kind === 'stim_recurrence' || event.kind === 'failure';

/** Whether an event is seen at a visit, some time after it came; the others are recorded with their day. */
export const isSeenAtVisits = (event: EndpointEvent): boolean => isSampleEvent(event) || isResponse(event);

const isResponse = ({ kind }: EndpointEvent): boolean => kind === 'response' || kind === 'sustained_response';

/** Every event that ends the follow-up, in the order in which it wins a day. */
export const endingEvents = ({ event, competing }: EndpointDefinition): readonly EndpointEvent[] => [
  ...event,
  ...competing,
];

export const sampleEventOf = (definition: EndpointDefinition): SampleEvent | null =>
  endingEvents(definition).find(isSampleEvent) ?? null;

/** Whether a patient without a sample that tells cannot be analysed. */
export const needsSamples = (definition: EndpointDefinition): boolean =>
  definition.followUp === 'last_sample' || sampleEventOf(definition) !== null;

/** Whether the endpoint waits for a response: only patients on the International Scale can be seen to have one. */
export const awaitsResponse = (definition: EndpointDefinition): boolean =>
  endingEvents(definition).some(isResponse);

/** Whether a cumulative incidence is told: where events compete, and of a response always, whose share rises. */
export const hasIncidence = (definition: EndpointDefinition): boolean =>
  definition.competing.length > 0 || awaitsResponse(definition);

/** The same endpoint with every competing event an event: its survival is the event-free probability. */
export const compositeOf = (definition: EndpointDefinition): EndpointDefinition =>
  Object.freeze({ ...definition, event: endingEvents(definition), competing: [] });

/** Whether an endpoint is one of treatment-free remission: its time runs from a stop. */
export const countsFromStop = ({ origin }: EndpointDefinition): boolean => origin.event === 'stop';

/** Whether two definitions say the same, in the same order of events. */
export const isSameEndpoint = (one: EndpointDefinition, other: EndpointDefinition): boolean =>
  written(one) === written(other);

const written = (endpoint: EndpointDefinition): string =>
  JSON.stringify([
    endpoint.origin.event,
    'number' in endpoint.origin ? endpoint.origin.number : null,
    endpoint.entry,
    endpoint.event.map(eventKey),
    endpoint.competing.map(eventKey),
    endpoint.censoring.map(eventKey),
    endpoint.followUp,
    endpoint.landmarkMonths,
    endpoint.horizonMonths,
  ]);

/** An event as a text: two of one key are the same. */
export function eventKey(event: EndpointEvent): string {
  if (event.kind === 'loss_of_response') return `${event.kind} ${event.depth} ${event.tests}`;
  if (event.kind === 'response') return `${event.kind} ${event.depth}`;
  return event.kind === 'line_end' ? `${event.kind} ${event.reasons.toSorted().join()}` : event.kind;
}
