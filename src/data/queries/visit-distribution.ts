import type { CurveOrigin } from '@core/analyses/curve-origin';
import { type GroupVariable, levelsOf } from '@core/analyses/group-variable';
import {
  type CurveExclusion,
  curveExclusions,
  curvePlaces,
  type MolecularResponseTable,
  molecularResponseSteps,
} from '@core/analyses/molecular-response';
import { type VisitColumns, visitCounts } from '@core/analyses/visit-counts';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Cell, Engine, ResultTable } from '@data/engine/engine';
import { atOnce, Breath, mostAtOnce, type Steps } from './cohort/breath';
import { type CohortEvaluation, cohortIndex, membersOf } from './cohort/cohort-index';
import { type LevelColumn, levelsAtHand, readyLevels } from './cohort/level-column';
import { readyCohort } from './cohort/ready-cohort';
import curveCoverageSql from './curve-coverage.sql?raw';
import { readyVisitColumns, visitColumnsAtHand } from './derived/visit-columns';
import { readyVisits } from './derived/visit-values';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import { fillSlots, literal } from './sql-text';
import visitDistributionSql from './visit-distribution.sql?raw';

export interface VisitQuestion {
  readonly cohort: CohortDefinition;
  readonly origin: CurveOrigin;
  /** `null`: one curve for everybody. */
  readonly groupBy: GroupVariable | null;
}

/** Readings of BCR::ABL1 per group and visit window since an origin, counted, and who is not on the curve. */
export const visitDistribution: Question<VisitQuestion, MolecularResponseTable> = {
  id: 'visit-distribution',
  async ask(engine, question, options) {
    const { cohort: definition, origin, groupBy } = question;
    const kept = keptVisits(engine, question);
    if (kept !== null) {
      const evaluation = await cohortIndex(engine).evaluate(definition, options);
      return new Breath(options).through(tableSteps(question, kept, evaluation));
    }
    const { visits, patients } = await readyVisits(engine, origin);
    const { facts, member } = await readyCohort(engine, definition, options);
    const slots = {
      facts,
      cohort: member.sql,
      level: groupLevelSql(groupBy),
      levels: literal(levelsOf(groupBy)),
    };
    const asked = { values: member.values, ...options };
    const [readings, places] = await Promise.all([
      engine.query(fillSlots(visitDistributionSql, { ...slots, visits }), {
        ...asked,
        question: 'visit-distribution',
      }),
      engine.query(fillSlots(curveCoverageSql, { ...slots, patients }), {
        ...asked,
        question: 'curve-coverage',
      }),
    ]);
    const table = { origin, groupBy, readings: readingsOf(readings), ...coverageOf(places, groupBy) };
    // Made ready here, where the page can draw and take input in between: whoever draws the table has no time for it.
    await new Breath(options).through(molecularResponseSteps(table));
    return table;
  },
  atHand(engine, question) {
    const kept = keptVisits(engine, question);
    if (kept === null || kept.visits.place.length > mostAtOnce) return null;
    const evaluation = cohortIndex(engine).evaluateAtOnce(question.cohort);
    return evaluation === null ? null : atOnce(tableSteps(question, kept, evaluation));
  },
  async keep(engine, { cohort, origin, groupBy }) {
    await readyVisitColumns(engine, origin);
    await readyLevels(engine, groupBy);
    await cohortIndex(engine).evaluate(cohort);
  },
};

/** What the curves of a cohort are counted from. */
export interface KeptVisits {
  readonly visits: VisitColumns;
  readonly level: LevelColumn;
}

export function keptVisits(engine: Engine, { origin, groupBy }: VisitQuestion): KeptVisits | null {
  const visits = visitColumnsAtHand(engine, origin);
  const level = levelsAtHand(engine, groupBy);
  return visits === null || level === undefined ? null : { visits, level };
}

/** The answer counted from memory, as the statements count it, and the response it gives. */
function* tableSteps(
  { origin, groupBy }: VisitQuestion,
  { visits, level }: KeptVisits,
  evaluation: CohortEvaluation,
): Steps<MolecularResponseTable> {
  const members = membersOf(evaluation, visits.place.length);
  const counts = yield* visitCounts(visits, members, level, levelsOf(groupBy).length);
  const table = { origin, groupBy, ...counts };
  yield* molecularResponseSteps(table);
  return table;
}

function readingsOf({ columns }: ResultTable): MolecularResponseTable['readings'] {
  const whole = (name: string) => Int32Array.from((columns[name] ?? []) as ArrayLike<number>);
  return {
    level: whole('level_index'),
    month: whole('month'),
    log10Thousandths: whole('log10_thousandths'),
    detected: whole('detected'),
    patients: whole('patients'),
  };
}

function coverageOf({ rowCount, columns }: ResultTable, groupBy: GroupVariable | null) {
  const excluded = Object.fromEntries(curveExclusions.map((reason) => [reason, 0])) as Record<
    CurveExclusion,
    number
  >;
  const drawn = levelsOf(groupBy).map(() => 0);
  let cohort = 0;
  let groupUnknown = 0;
  for (let row = 0; row < rowCount; row++) {
    const cell = (name: string): Cell => columns[name]?.[row] ?? null;
    const patients = Number(cell('patients'));
    const place = curvePlaces[Number(cell('reason'))];
    const level = cell('level_index');
    cohort += patients;
    if (place === undefined) continue;
    if (place !== 'drawn') excluded[place] += patients;
    else if (level === null) groupUnknown += patients;
    else drawn[Number(level)] = (drawn[Number(level)] ?? 0) + patients;
  }
  return { cohort, excluded, groupUnknown, drawn };
}
