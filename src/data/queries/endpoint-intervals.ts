import type { VisitInterval } from '@core/analyses/visit-gaps';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type EndpointDefinition, endingEvents, isSeenAtVisits } from '@core/endpoint/endpoint-definition';
import { askCohort } from './ask-cohort';
import { anchorSql } from './cohort/anchor-sql';
import { compileEndpoint } from './compile-endpoint';
import { withExits } from './derived/ready-exits';
import endpointIntervalsSql from './endpoint-intervals.sql?raw';
import { groupLevelSql } from './group-level';
import type { Question } from './question';

export interface IntervalQuestion {
  readonly cohort: CohortDefinition;
  readonly endpoint: EndpointDefinition;
}

/** The visits between which the event of an endpoint came, of everybody who is analysed. */
export const endpointIntervals: Question<IntervalQuestion, readonly VisitInterval[]> = {
  id: 'endpoint-intervals',
  ask(engine, { cohort, endpoint }, options) {
    const origin = anchorSql(endpoint.origin);
    const seen = endingEvents(endpoint).flatMap((event, kind) => (isSeenAtVisits(event) ? [kind] : []));
    const slots = {
      ...compileEndpoint(endpoint),
      origin: origin.sql,
      level: groupLevelSql(null),
      seen_kinds: `[${seen.join(', ')}]::integer[]`,
    };
    return askCohort(
      engine,
      {
        question: 'endpoint-intervals',
        sql: withExits(endpointIntervalsSql),
        cohort,
        slots,
        before: origin.values,
      },
      options,
      (row) => ({
        lower: row.number('lower_day') ?? 0,
        upper: row.number('upper_day'),
        seen: row.flag('seen') === true,
        patients: row.count('patients'),
      }),
    );
  },
};
