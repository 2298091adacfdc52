import { levelsOf } from '@core/analyses/group-variable';
import { curvePlaces } from '@core/analyses/molecular-response';
import { mostTrajectories, type Trajectories, type Trajectory } from '@core/analyses/response-trajectories';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { daysPerMonth } from '@core/domain/calendar';
import { visitWindows } from '@core/domain/visit-window';
import { readyCohort } from './cohort/ready-cohort';
import { curveOriginSql } from './derived/curve-origin-sql';
import { ceilingPercentSql } from './derived/response-sql';
import { readyVisits } from './derived/visit-values';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import responseTrajectoriesSql from './response-trajectories.sql?raw';
import { fillSlots, literal } from './sql-text';
import type { VisitQuestion } from './visit-distribution';

/** Samples of at most `mostTrajectories` patients of a curve, the same patients for the same cohort. */
export const responseTrajectories: Question<VisitQuestion, PatientLevel<Trajectories>> = {
  id: 'response-trajectories',
  async ask(engine, { cohort: definition, origin, groupBy }, { signal }) {
    const { patients } = await readyVisits(engine, origin);
    const { facts, member } = await readyCohort(engine, definition, { signal });
    const levels = levelsOf(groupBy);
    const sql = fillSlots(responseTrajectoriesSql, {
      facts,
      cohort: member.sql,
      level: groupLevelSql(groupBy),
      levels: literal(levels),
      patients,
      drawn: literal(curvePlaces.indexOf('drawn')),
      most: literal(mostTrajectories),
      origin: curveOriginSql(origin),
      days_per_month: literal(daysPerMonth),
      ceiling_percent: ceilingPercentSql,
      first_day: literal((visitWindows[0]?.fromMonth ?? 0) * daysPerMonth),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'response-trajectories',
      signal,
    });
    const number = (name: string, row: number) => Number(columns[name]?.[row]);
    const found: { patientKey: number; level: string; samples: Trajectory['samples'][number][] }[] = [];
    for (let row = 0; row < rowCount; row++) {
      const patientKey = number('patient_key', row);
      const level = levels[number('level_index', row)] ?? '';
      if (found.at(-1)?.patientKey !== patientKey) found.push({ patientKey, level, samples: [] });
      found.at(-1)?.samples.push({
        month: number('month', row),
        percent: number('percent', row),
        detected: number('detected', row) === 1,
      });
    }
    return patientLevel({ patients: found, eligible: rowCount === 0 ? 0 : number('eligible', 0) });
  },
};
