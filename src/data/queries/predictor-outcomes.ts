import { outcomeStatuses, type PredictorRow, type PredictorTable } from '@core/analyses/early-predictors';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import {
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  predictorMarkerIds,
} from '@core/domain/early-predictor';
import { askCohort } from './ask-cohort';
import predictorOutcomesSql from './predictor-outcomes.sql?raw';
import { firstDepthSql, landmarkSql, outcomeStatusSql } from './predictor-sql';
import type { Question } from './question';
import { identifier, literal } from './sql-text';

export interface PredictorQuestion {
  readonly cohort: CohortDefinition;
  readonly depth: PredictedDepth;
  readonly month: PredictedMonth;
}

/** Patients by the values of each early marker and by whether the depth was reached by the month. */
export const predictorOutcomes: Question<PredictorQuestion, PredictorTable> = {
  id: 'predictor-outcomes',
  async ask(engine, { cohort, depth, month }, options) {
    const slots = {
      status: outcomeStatusSql(depth, month),
      first_depth: firstDepthSql(depth),
      marked: predictorMarkerIds.map(markedSql).join('\n  union all\n  '),
    };
    const rows = await askCohort(
      engine,
      { question: 'predictor-outcomes', sql: predictorOutcomesSql, cohort, slots },
      options,
      (row): PredictorRow => ({
        marker: row.code('marker', predictorMarkerIds) ?? 'bcr_abl1_3m_pct',
        status: row.code('status', outcomeStatuses) ?? 'not_followed',
        value: row.number('value'),
        reachedBefore: row.flag('reached_before') === true,
        patients: row.count('patients'),
      }),
    );
    return { depth, month, rows };
  },
};

function markedSql(marker: PredictorMarkerId): string {
  return `select
    ${literal(marker)} as marker,
    status,
    case when status in ('yes', 'no') then ${identifier(marker)}::double end as value,
    depth_day,
    ${landmarkSql(marker)} as landmark_day
  from judged`;
}
