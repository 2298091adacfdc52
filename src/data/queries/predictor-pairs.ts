import type { PredictorPairRow } from '@core/analyses/early-predictors';
import type { PredictorMarkerId } from '@core/domain/early-predictor';
import { askCohort } from './ask-cohort';
import type { PredictorQuestion } from './predictor-outcomes';
import predictorPairsSql from './predictor-pairs.sql?raw';
import { firstDepthSql, landmarkSql, outcomeStatusSql } from './predictor-sql';
import type { Question } from './question';
import { identifier } from './sql-text';

export interface PredictorPairQuestion extends PredictorQuestion {
  readonly first: PredictorMarkerId;
  readonly second: PredictorMarkerId;
}

/** Patients by the values of two early markers that they both have, and by the outcome. */
export const predictorPairs: Question<PredictorPairQuestion, readonly PredictorPairRow[]> = {
  id: 'predictor-pairs',
  ask: (engine, { cohort, depth, month, first, second }, options) =>
    askCohort(
      engine,
      {
        question: 'predictor-pairs',
        sql: predictorPairsSql,
        cohort,
        slots: {
          status: outcomeStatusSql(depth, month),
          first_depth: firstDepthSql(depth),
          first_value: identifier(first),
          second_value: identifier(second),
          first_landmark: landmarkSql(first),
          second_landmark: landmarkSql(second),
        },
      },
      options,
      (row) => ({
        first: row.number('first_value') ?? Number.NaN,
        second: row.number('second_value') ?? Number.NaN,
        reached: row.flag('reached') === true,
        reachedBefore: row.flag('reached_before') === true,
        patients: row.count('patients'),
      }),
    ),
};
