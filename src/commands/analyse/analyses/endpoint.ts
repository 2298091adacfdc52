import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { type ExportedCohort, readCohorts } from '@core/analyses/export-manifest';
import { byCohorts, type CurveSplit, curveSplits } from '@core/analyses/group-variable';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { endpointCohorts } from '@data/queries/endpoint-cohorts';
import { endpointEvents } from '@data/queries/endpoint-events';

interface Choices {
  readonly endpoint: EndpointDefinition;
  readonly by: CurveSplit | null;
  /** Of curves by cohorts, whatever the cohort that is analysed. */
  readonly cohorts?: readonly ExportedCohort[];
  readonly interval: IntervalScale;
}

/** The curves of an endpoint: one of the presets by its id, or a definition. */
export const endpointAnalysis: Analysis<Choices> = {
  read: (field) => {
    const by = field.has('by') ? field.get('by').oneOf(curveSplits) : null;
    const cohorts = by === byCohorts ? ['cohorts'] : [];
    field.only(['analysis', endpointMember(field), 'by', ...cohorts, 'interval']);
    return {
      endpoint: readEndpointChoice(field),
      by,
      ...(by === byCohorts ? { cohorts: readCohorts(field.get('cohorts')) } : {}),
      interval: field.has('interval') ? field.get('interval').oneOf(['log', 'log-log', 'plain']) : 'log',
    };
  },
  run: async (engine, cohort, { endpoint, by, cohorts = [], interval }) => {
    const { signal } = new AbortController();
    const table =
      by === byCohorts
        ? await endpointCohorts.ask(engine, { endpoint, cohorts }, { signal })
        : await endpointEvents.ask(engine, { cohort, endpoint, groupBy: by }, { signal });
    return endpointSurvival(table, { interval, level: 0.95 });
  },
};
