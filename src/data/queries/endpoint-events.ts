import type { EndpointRow, EndpointTable } from '@core/analyses/endpoint-survival';
import type { CurveGroup } from '@core/analyses/group-variable';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { type ExclusionReason, exclusionReasons } from '@core/endpoint/endpoint-exit';
import { anchorSql } from './cohort/anchor-sql';
import { readyCohort } from './cohort/ready-cohort';
import { compileEndpoint } from './compile-endpoint';
import endpointEventsSql from './endpoint-events.sql?raw';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import { fillSlots } from './sql-text';

export interface EndpointQuestion {
  readonly cohort: CohortDefinition;
  readonly endpoint: EndpointDefinition;
  /** `null`: one curve for everybody. */
  readonly groupBy: CurveGroup | null;
}

/** Exits from the follow-up of an endpoint per group, entry and day, and who could not be followed. */
export const endpointEvents: Question<EndpointQuestion, EndpointTable> = {
  id: 'endpoint-events',
  async ask(engine, { cohort: definition, endpoint, groupBy }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const origin = anchorSql(endpoint.origin);
    const sql = fillSlots(endpointEventsSql, {
      ...compileEndpoint(endpoint),
      facts,
      origin: origin.sql,
      cohort: member.sql,
      level: groupLevelSql(groupBy),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: [...origin.values, ...member.values],
      question: 'endpoint-events',
      ...options,
    });
    const number = (name: string, row: number) => {
      const cell = columns[name]?.[row] ?? null;
      return cell === null ? null : Number(cell);
    };
    const text = (name: string, row: number) => {
      const cell = columns[name]?.[row] ?? null;
      return cell === null ? null : String(cell);
    };
    const rows: EndpointRow[] = [];
    const excluded = new Map<ExclusionReason, number>();
    for (let row = 0; row < rowCount; row++) {
      const reason = exclusionReasons.find((one) => one === text('reason', row));
      const patients = number('patients', row) ?? 0;
      if (reason !== undefined) excluded.set(reason, (excluded.get(reason) ?? 0) + patients);
      else {
        const [entry, day, kind] = [number('entry', row), number('day', row) ?? 0, number('kind', row)];
        rows.push({ level: text('level', row), entry, day, kind, patients });
      }
    }
    return {
      endpoint,
      groupBy,
      rows,
      excluded: exclusionReasons.flatMap((reason) => {
        const patients = excluded.get(reason) ?? 0;
        return patients === 0 ? [] : [{ reason, patients }];
      }),
    };
  },
};
