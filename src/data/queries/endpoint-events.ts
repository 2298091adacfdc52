import type { EndpointTable } from '@core/analyses/endpoint-survival';
import { type ExitColumns, exitCounts } from '@core/analyses/exit-counts';
import { type CurveGroup, levelsOf } from '@core/analyses/group-variable';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { Engine } from '@data/engine/engine';
import { askCohort } from './ask-cohort';
import { atOnce, Breath, mostAtOnce, type Steps } from './cohort/breath';
import { type CohortEvaluation, cohortIndex, membersOf } from './cohort/cohort-index';
import { type LevelColumn, levelsAtHand, readyLevels } from './cohort/level-column';
import { isRead } from './cohort/ready-cohort';
import { exitColumnsAtHand, readyExitColumns } from './derived/exit-columns';
import { isLarge } from './derived/patient-ranges';
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
  async ask(engine, question, options) {
    const { cohort, endpoint, groupBy } = question;
    const kept = keptOf(engine, question) ?? (await readLarge(engine, question));
    if (kept !== null) {
      const evaluation = await cohortIndex(engine).evaluate(cohort, options);
      return new Breath(options).through(tableSteps(question, kept, evaluation));
    }
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
  atHand(engine, question) {
    const kept = keptOf(engine, question);
    if (kept === null || kept.exits.day.length > mostAtOnce) return null;
    const evaluation = cohortIndex(engine).evaluateAtOnce(question.cohort);
    return evaluation === null ? null : atOnce(tableSteps(question, kept, evaluation));
  },
  async keep(engine, { cohort, endpoint, groupBy }) {
    await readyExitColumns(engine, endpoint, { behind: true });
    await readyLevels(engine, groupBy);
    await cohortIndex(engine).evaluate(cohort);
  },
};

interface Kept {
  readonly exits: ExitColumns;
  readonly level: LevelColumn;
}

function keptOf(engine: Engine, { endpoint, groupBy }: EndpointQuestion): Kept | null {
  const exits = exitColumnsAtHand(engine, endpoint);
  const level = levelsAtHand(engine, groupBy);
  return exits === null || level === undefined ? null : { exits, level };
}

/** Beside millions of samples the engine has no room for a table of exits: they are read at once. */
async function readLarge(engine: Engine, { endpoint, groupBy }: EndpointQuestion): Promise<Kept | null> {
  if (isRead(engine) || !(await isLarge(engine))) return null;
  return { exits: await readyExitColumns(engine, endpoint), level: await readyLevels(engine, groupBy) };
}

/** The answer counted from memory, as the statement counts it. */
function* tableSteps(
  { endpoint, groupBy }: EndpointQuestion,
  { exits, level }: Kept,
  evaluation: CohortEvaluation,
): Steps<EndpointTable> {
  const counts = yield* exitCounts(exits, membersOf(evaluation, exits.day.length), level, levelsOf(groupBy));
  return { endpoint, groupBy, ...counts };
}
