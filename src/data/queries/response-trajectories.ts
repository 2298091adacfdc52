import { levelsOf } from '@core/analyses/group-variable';
import { curvePlaces } from '@core/analyses/molecular-response';
import { mostTrajectories, type Trajectories, type Trajectory } from '@core/analyses/response-trajectories';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { daysPerMonth } from '@core/domain/calendar';
import { visitWindows } from '@core/domain/visit-window';
import { AnswerRow, askCohort } from './ask-cohort';
import curveSampleSql from './curve-sample.sql?raw';
import { curveOriginSql, ofPatientsSql } from './derived/curve-origin-sql';
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
  async ask(engine, { cohort, origin, groupBy }, { signal }) {
    const { patients } = await readyVisits(engine, origin);
    const levels = levelsOf(groupBy);
    const chosen = await askCohort(
      engine,
      {
        question: 'curve-sample',
        sql: curveSampleSql,
        cohort,
        slots: {
          level: groupLevelSql(groupBy),
          levels: literal(levels),
          patients,
          drawn: literal(curvePlaces.indexOf('drawn')),
          most: literal(mostTrajectories),
        },
      },
      { signal },
      (row) => ({
        patientKey: row.count('patient_key'),
        level: levels[row.count('level_index')] ?? '',
        eligible: row.count('eligible'),
      }),
    );
    const keys = { among: chosen.map(({ patientKey }) => patientKey) };
    const samples = await engine.query(
      fillSlots(responseTrajectoriesSql, {
        origin: curveOriginSql(origin, keys),
        of_patients: ofPatientsSql(keys),
        days_per_month: literal(daysPerMonth),
        ceiling_percent: ceilingPercentSql,
        first_day: literal((visitWindows[0]?.fromMonth ?? 0) * daysPerMonth),
      }),
      { question: 'response-trajectories', signal },
    );
    const samplesOf = new Map<number, Trajectory['samples'][number][]>();
    for (let at = 0; at < samples.rowCount; at++) {
      const row = new AnswerRow(samples, at);
      const patientKey = row.count('patient_key');
      const found = samplesOf.get(patientKey) ?? [];
      samplesOf.set(patientKey, found);
      found.push({
        month: row.number('month') ?? 0,
        percent: row.number('percent') ?? 0,
        detected: row.count('detected') === 1,
      });
    }
    return patientLevel({
      patients: chosen
        .toSorted((a, b) => a.patientKey - b.patientKey)
        .flatMap(({ patientKey, level }) => {
          const found = samplesOf.get(patientKey);
          return found === undefined ? [] : [{ patientKey, level, samples: found }];
        }),
      eligible: chosen[0]?.eligible ?? 0,
    });
  },
};
