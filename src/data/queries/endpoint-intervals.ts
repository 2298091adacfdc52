import { intervalCounts } from '@core/analyses/exit-counts';
import type { VisitInterval } from '@core/analyses/visit-gaps';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type EndpointDefinition, endingEvents, isSeenAtVisits } from '@core/endpoint/endpoint-definition';
import { askCohort } from './ask-cohort';
import { anchorSql } from './cohort/anchor-sql';
import { atOnce, Breath, mostAtOnce } from './cohort/breath';
import { cohortIndex, membersOf } from './cohort/cohort-index';
import { isRead } from './cohort/ready-cohort';
import { compileEndpoint } from './compile-endpoint';
import { intervalColumnsAtHand, readyIntervalColumns } from './derived/exit-columns';
import { isLarge } from './derived/patient-ranges';
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
  async ask(engine, { cohort, endpoint }, options) {
    const kept =
      intervalColumnsAtHand(engine, endpoint) ??
      (isRead(engine) || !(await isLarge(engine)) ? null : await readyIntervalColumns(engine, endpoint));
    const seen = seenKinds(endpoint);
    if (kept !== null) {
      const members = membersOf(await cohortIndex(engine).evaluate(cohort, options), kept.day.length);
      return new Breath(options).through(intervalCounts(kept, members, seen));
    }
    const origin = anchorSql(endpoint.origin);
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
  atHand(engine, { cohort, endpoint }) {
    const kept = intervalColumnsAtHand(engine, endpoint);
    if (kept === null || kept.day.length > mostAtOnce) return null;
    const evaluation = cohortIndex(engine).evaluateAtOnce(cohort);
    if (evaluation === null) return null;
    return atOnce(intervalCounts(kept, membersOf(evaluation, kept.day.length), seenKinds(endpoint)));
  },
  async keep(engine, { endpoint }) {
    await readyIntervalColumns(engine, endpoint);
  },
};

/** Positions in `endingEvents` of the events that visits show. */
const seenKinds = (endpoint: EndpointDefinition): readonly number[] =>
  endingEvents(endpoint).flatMap((event, kind) => (isSeenAtVisits(event) ? [kind] : []));
