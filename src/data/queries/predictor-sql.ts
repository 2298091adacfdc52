import { daysPerMonth } from '@core/domain/calendar';
import {
  type MarkerLandmark,
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  predictorMarkers,
} from '@core/domain/early-predictor';
import { atypicalTranscripts } from '@core/domain/transcript';
import { identifier, literal, real } from './sql-text';

const firstDay: Readonly<Record<PredictedDepth, string>> = {
  MR4: 'first_mr4',
  'MR4.5': 'first_mr4_5',
  MR5: 'first_mr5',
};

/** First day of the depth, a column of `patient_anchor`. */
export const firstDepthSql = (depth: PredictedDepth): string =>
  `patient_anchor.${identifier(firstDay[depth])}`;

/** The outcome of a patient, `OutcomeStatus`, on `patient_fact` (as `cohort`) and `patient_anchor`. */
export function outcomeStatusSql(depth: PredictedDepth, month: PredictedMonth): string {
  const months = (day: string) => `(${day} - patient_anchor.first_tki) / ${real(daysPerMonth)}`;
  return `case
      when patient_anchor.first_tki is null then 'no_tki'
      when list_contains(${literal(atypicalTranscripts)}, transcript) then 'atypical_transcript'
      when ${months(firstDepthSql(depth))} <= ${real(month)} then 'yes'
      when ${months('last_sample_day')} >= ${real(month)} then 'no'
      when ${months('patient_anchor.death')} < ${real(month)} then 'died'
      else 'not_followed'
    end`;
}

const landmarkDay: Readonly<Record<MarkerLandmark, string>> = {
  first_tki: 'first_tki_day',
  sample_3m: 'sample_3m_day',
  sample_6m: 'sample_6m_day',
};

/** The day on which a marker is known, on `judged`. */
export const landmarkSql = (marker: PredictorMarkerId): string =>
  landmarkDay[predictorMarkers[marker].landmark];
