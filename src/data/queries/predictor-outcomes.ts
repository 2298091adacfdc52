import { outcomeStatuses, type PredictorRow, type PredictorTable } from '@core/analyses/early-predictors';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import {
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  predictorMarkerIds,
} from '@core/domain/early-predictor';
import { readyCohort } from './cohort/ready-cohort';
import predictorOutcomesSql from './predictor-outcomes.sql?raw';
import { firstDepthSql, landmarkSql, outcomeStatusSql } from './predictor-sql';
import type { Question } from './question';
import { fillSlots, identifier, literal } from './sql-text';

export interface PredictorQuestion {
  readonly cohort: CohortDefinition;
  readonly depth: PredictedDepth;
  readonly month: PredictedMonth;
}

/** Patients by the values of each early marker and by whether the depth was reached by the month. */
export const predictorOutcomes: Question<PredictorQuestion, PredictorTable> = {
  id: 'predictor-outcomes',
  async ask(engine, { cohort: definition, depth, month }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(predictorOutcomesSql, {
      facts,
      cohort: member.sql,
      status: outcomeStatusSql(depth, month),
      first_depth: firstDepthSql(depth),
      marked: predictorMarkerIds.map(markedSql).join('\n  union all\n  '),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'predictor-outcomes',
      ...options,
    });
    const rows = Array.from({ length: rowCount }, (_, row): PredictorRow => {
      const value = columns.value?.[row] ?? null;
      return {
        marker: predictorMarkerIds.find((id) => id === columns.marker?.[row]) ?? 'bcr_abl1_3m_pct',
        status: outcomeStatuses.find((status) => status === columns.status?.[row]) ?? 'not_followed',
        value: value === null ? null : Number(value),
        reachedBefore: Boolean(columns.reached_before?.[row]),
        patients: Number(columns.patients?.[row]),
      };
    });
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
