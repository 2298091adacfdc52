import type { EndpointTable } from '@core/analyses/endpoint-survival';
import type { CurveGroup } from '@core/analyses/group-variable';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import { askCohort } from './ask-cohort';
import { readyExits } from './derived/ready-exits';
import endpointEventsSql from './endpoint-events.sql?raw';
import { groupLevelSql } from './group-level';
import type { Question } from './question';

export interface EndpointQuestion {
  readonly cohort: CohortDefinition;
  readonly endpoint: EndpointDefinition;
  /** `null`: one curve for everybody. */
  readonly groupBy: CurveGroup | null;
}

/** Exits from the follow-up of an endpoint per group, entry and day, and who could not be followed. */
export const endpointEvents: Question<EndpointQuestion, EndpointTable> = {
  id: 'endpoint-events',
  async ask(engine, { cohort, endpoint, groupBy }, options) {
    const { sql: exits, values: before } = await readyExits(engine, endpoint, options);
    const slots = { exits, level: groupLevelSql(groupBy) };
    const answer = await askCohort(
      engine,
      { question: 'endpoint-events', sql: endpointEventsSql, cohort, slots, before },
      options,
      (row) => ({
        reason: row.code('reason', exclusionReasons),
        level: row.text('level'),
        entry: row.number('entry'),
        day: row.number('day') ?? 0,
        kind: row.number('kind'),
        patients: row.count('patients'),
        includedLater: row.count('included_later'),
      }),
    );
    return {
      endpoint,
      groupBy,
      includedLater: answer.reduce((sum, row) => sum + row.includedLater, 0),
      rows: answer.flatMap(({ reason, includedLater: _, ...row }) => (reason === null ? [row] : [])),
      excluded: exclusionReasons.flatMap((reason) => {
        const left = answer.filter((row) => row.reason === reason);
        const patients = left.reduce((sum, row) => sum + row.patients, 0);
        return patients === 0 ? [] : [{ reason, patients }];
      }),
    };
  },
};
