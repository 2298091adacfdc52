import type { PredictorPairRow } from '@core/analyses/early-predictors';
import type { PredictorMarkerId } from '@core/domain/early-predictor';
import { readyCohort } from './cohort/ready-cohort';
import type { PredictorQuestion } from './predictor-outcomes';
import predictorPairsSql from './predictor-pairs.sql?raw';
import { firstDepthSql, landmarkSql, outcomeStatusSql } from './predictor-sql';
import type { Question } from './question';
import { fillSlots, identifier } from './sql-text';

export interface PredictorPairQuestion extends PredictorQuestion {
  readonly first: PredictorMarkerId;
  readonly second: PredictorMarkerId;
}

/** Patients by the values of two early markers that they both have, and by the outcome. */
export const predictorPairs: Question<PredictorPairQuestion, readonly PredictorPairRow[]> = {
  id: 'predictor-pairs',
  async ask(engine, { cohort: definition, depth, month, first, second }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(predictorPairsSql, {
      facts,
      cohort: member.sql,
      status: outcomeStatusSql(depth, month),
      first_depth: firstDepthSql(depth),
      first_value: identifier(first),
      second_value: identifier(second),
      first_landmark: landmarkSql(first),
      second_landmark: landmarkSql(second),
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'predictor-pairs',
      ...options,
    });
    return Array.from({ length: rowCount }, (_, row) => ({
      first: Number(columns.first_value?.[row]),
      second: Number(columns.second_value?.[row]),
      reached: Boolean(columns.reached?.[row]),
      reachedBefore: Boolean(columns.reached_before?.[row]),
      patients: Number(columns.patients?.[row]),
    }));
  },
};
