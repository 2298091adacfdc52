import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { eventGaps, leavesDatesOpen, visitGaps } from '@core/analyses/visit-gaps';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointIntervals } from '@data/queries/endpoint-intervals';

interface Choices {
  readonly endpoint: EndpointDefinition;
}

/** How long the gaps were before the visits that showed the event of an endpoint, and Turnbull's estimate where there is one. */
export const visitGapsAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', endpointMember(field)]);
    return { endpoint: readEndpointChoice(field) };
  },
  run: async (engine, cohort, { endpoint }) => {
    const { signal } = new AbortController();
    const intervals = await endpointIntervals.ask(engine, { cohort, endpoint }, { signal });
    return leavesDatesOpen(endpoint) ? visitGaps(intervals) : eventGaps(intervals);
  },
};
