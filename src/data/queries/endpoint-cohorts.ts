import type { EndpointTable } from '@core/analyses/endpoint-survival';
import { byCohorts } from '@core/analyses/group-variable';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import { cohortOverlap } from './cohort-overlap';
import { endpointEvents } from './endpoint-events';
import type { Question } from './question';
import { questionStatements } from './question-statements';

export interface EndpointCohortsQuestion {
  readonly endpoint: EndpointDefinition;
  /** At most `mostOverlaid`; names are all different. */
  readonly cohorts: readonly { readonly name: string; readonly cohort: CohortDefinition }[];
}

/** Exits from the follow-up of an endpoint per cohort, and how many patients are in more than one of them. */
export const endpointCohorts: Question<EndpointCohortsQuestion, EndpointTable> = {
  id: 'endpoint-cohorts',
  async statements({ endpoint, cohorts }, tableOf) {
    const statements: string[] = [];
    for (const { cohort } of cohorts) {
      const tables = [{ view: tableOf(cohort), cohort }];
      statements.push(
        ...(await questionStatements(endpointEvents, { cohort, endpoint, groupBy: null }, tables)),
      );
    }
    return statements;
  },
  async ask(engine, { endpoint, cohorts }, options) {
    const tables: { readonly name: string; readonly table: EndpointTable }[] = [];
    for (const { name, cohort } of cohorts) {
      const table = await endpointEvents.ask(engine, { cohort, endpoint, groupBy: null }, options);
      tables.push({ name, table });
    }
    const { counts } = await cohortOverlap.ask(
      engine,
      { cohorts: cohorts.map(({ cohort }) => cohort) },
      options,
    );
    const isShared = (set: number) => (set & (set - 1)) !== 0;
    return {
      endpoint,
      groupBy: byCohorts,
      names: cohorts.map(({ name }) => name),
      shared: counts.reduce((sum, patients, set) => sum + (isShared(set) ? patients : 0), 0),
      includedLater: tables.reduce((sum, { table }) => sum + (table.includedLater ?? 0), 0),
      rows: tables.flatMap(({ name, table }) => table.rows.map((row) => ({ ...row, level: name }))),
      excluded: exclusionReasons.flatMap((reason) => {
        const patients = tables
          .flatMap(({ table }) => table.excluded)
          .reduce((sum, one) => sum + (one.reason === reason ? one.patients : 0), 0);
        return patients === 0 ? [] : [{ reason, patients }];
      }),
    };
  },
};
