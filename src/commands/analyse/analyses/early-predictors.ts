import type { Analysis } from '@commands/analyse/analysis';
import { comparePredictors, earlyPredictors, type LandmarkRule } from '@core/analyses/early-predictors';
import {
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  predictedDepths,
  predictedMonths,
  predictorMarkerIds,
} from '@core/domain/early-predictor';
import { predictorOutcomes } from '@data/queries/predictor-outcomes';
import { predictorPairs } from '@data/queries/predictor-pairs';

interface Choices {
  readonly depth: PredictedDepth;
  readonly until: PredictedMonth;
  readonly landmark: LandmarkRule;
  readonly marker: PredictorMarkerId;
  readonly against: PredictorMarkerId | null;
}

/** AUC and cut-offs of the early markers for a deep response, and two of them compared on the same patients. */
export const earlyPredictorsAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'depth', 'until', 'landmark', 'marker', 'against']);
    const until = field.has('until') ? field.get('until').oneOf(predictedMonths.map(String)) : '48';
    return {
      depth: field.has('depth') ? field.get('depth').oneOf(predictedDepths) : 'MR4',
      until: predictedMonths.find((month) => String(month) === until) ?? 48,
      landmark: field.has('landmark') ? field.get('landmark').oneOf(['leave_out', 'keep']) : 'leave_out',
      marker: field.has('marker') ? field.get('marker').oneOf(predictorMarkerIds) : 'bcr_abl1_3m_pct',
      against: field.has('against') ? field.get('against').oneOf(predictorMarkerIds) : null,
    };
  },
  run: async (engine, cohort, { depth, until: month, landmark, marker: first, against: second }) => {
    const { signal } = new AbortController();
    const table = await predictorOutcomes.ask(engine, { cohort, depth, month }, { signal });
    const { predictors, ...rest } = earlyPredictors(table, { landmark });
    const comparison =
      second === null
        ? null
        : comparePredictors(
            await predictorPairs.ask(engine, { cohort, depth, month, first, second }, { signal }),
            { landmark },
          );
    // Without the values of single patients: what stands in the tables of the page.
    return { ...rest, predictors: predictors.map(({ values: _, curve: __, ...shown }) => shown), comparison };
  },
};
