import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { type CurveGroup, curveGroups } from '@core/analyses/group-variable';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { endpointEvents } from '@data/queries/endpoint-events';

interface Choices {
  readonly endpoint: EndpointDefinition;
  readonly by: CurveGroup | null;
  readonly interval: IntervalScale;
}

/** The curves of an endpoint: one of the presets by its id, or a definition. */
export const endpointAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', endpointMember(field), 'by', 'interval']);
    return {
      endpoint: readEndpointChoice(field),
      by: field.has('by') ? field.get('by').oneOf(curveGroups) : null,
      interval: field.has('interval') ? field.get('interval').oneOf(['log', 'log-log', 'plain']) : 'log',
    };
  },
  run: async (engine, cohort, { endpoint, by, interval }) => {
    const { signal } = new AbortController();
    const table = await endpointEvents.ask(engine, { cohort, endpoint, groupBy: by }, { signal });
    return endpointSurvival(table, { interval, level: 0.95 });
  },
};
