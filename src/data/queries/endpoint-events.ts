import type { EndpointTable } from '@core/analyses/endpoint-survival';
import type { CurveGroup } from '@core/analyses/group-variable';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import { askCohort } from './ask-cohort';
import { anchorSql } from './cohort/anchor-sql';
import { compileEndpoint } from './compile-endpoint';
import endpointExitSql from './derived/endpoint-exit.sql?raw';
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
    const origin = anchorSql(endpoint.origin);
    const slots = { ...compileEndpoint(endpoint), origin: origin.sql, level: groupLevelSql(groupBy) };
    const answer = await askCohort(
      engine,
      {
        question: 'endpoint-events',
        sql: withExits(endpointEventsSql),
        cohort,
        slots,
        before: origin.values,
      },
      options,
      (row) => ({
        reason: row.code('reason', exclusionReasons),
        level: row.text('level'),
        entry: row.number('entry'),
        day: row.number('day') ?? 0,
        kind: row.number('kind'),
        patients: row.count('patients'),
      }),
    );
    return {
      endpoint,
      groupBy,
      rows: answer.flatMap(({ reason, ...row }) => (reason === null ? [row] : [])),
      excluded: exclusionReasons.flatMap((reason) => {
        const left = answer.filter((row) => row.reason === reason);
        const patients = left.reduce((sum, row) => sum + row.patients, 0);
        return patients === 0 ? [] : [{ reason, patients }];
      }),
    };
  },
};

/** A statement on exits with its first part in its place, whose slots it then has too. */
export const withExits = (sql: string): string => sql.replace('{{exits}}', () => endpointExitSql.trimEnd());
