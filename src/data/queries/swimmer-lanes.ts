import { mostSwimmers, type Swimmers } from '@core/analyses/swimmer-lanes';
import { type AfterStop, stopStates } from '@core/cohort/after-stop';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { responseRank } from '@core/domain/response-class';
import { depthLimitsPercent } from '@core/domain/response-depth';
import { atypicalTranscripts } from '@core/domain/transcript';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from './ask-cohort';
import { responseRankSql, showsMmrSql } from './derived/response-sql';
import type { Question } from './question';
import { literal, real } from './sql-text';
import swimmerLanesSql from './swimmer-lanes.sql?raw';

export interface SwimmerQuestion {
  readonly cohort: CohortDefinition;
}

/** The courses of at most `mostSwimmers` patients after their first stop, the same patients for the same cohort. */
export const swimmerLanes: Question<SwimmerQuestion, PatientLevel<Swimmers>> = {
  id: 'swimmer-lanes',
  async ask(engine, { cohort }, options) {
    const slots = {
      atypical_transcripts: literal(atypicalTranscripts),
      tki_drugs: literal(tkiDrugs),
      most: literal(mostSwimmers),
      mmr_percent: real(depthLimitsPercent.MMR),
      class_rank: responseRankSql,
      deep_rank: literal(responseRank('MR4')),
      shows_mmr: showsMmrSql,
    };
    const rows = await askCohort(
      engine,
      { question: 'swimmer-lanes', sql: swimmerLanesSql, cohort, slots },
      options,
      (row) => ({
        lane: row.count('lane'),
        eligible: row.count('eligible'),
        endDay: row.count('end_day'),
        restartDay: row.number('restart_day'),
        day: row.number('day'),
        state: stopStates[row.number('state') ?? -1],
      }),
    );
    const lanes = new Map<number, AfterStop & { readonly tests: AfterStop['tests'][number][] }>();
    for (const { lane, endDay, restartDay, day, state } of rows) {
      const known = lanes.get(lane) ?? { endDay, restartDay, tests: [] };
      lanes.set(lane, known);
      if (day !== null && state !== undefined) known.tests.push({ day, state });
    }
    return patientLevel({ patients: [...lanes.values()], eligible: rows[0]?.eligible ?? 0 });
  },
};
