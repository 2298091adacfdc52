import {
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  type PublishedCutOff,
  predictorMarkerIds,
  predictorMarkers,
} from '@core/domain/early-predictor';
import type { Proportion } from '@core/statistics/proportions/proportion';
import { wilson } from '@core/statistics/proportions/wilson';
import { type AreaUnderCurve, areaUnderCurve } from '@core/statistics/roc/area-under-curve';
import { type AucComparison, comparePairedAuc } from '@core/statistics/roc/auc-comparison';
import { type OptimalCutOff, optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { type RocCurve, rocCurve } from '@core/statistics/roc/roc-curve';

/**
 * Whether the depth was reached by the month: `yes`; `no` when an evaluable sample at or after the month shows that
 * follow-up went on; otherwise why it is not known.
 */
export const outcomeStatuses = [
  'yes',
  'no',
  'no_tki',
  'atypical_transcript',
  'died',
  'not_followed',
] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

/** Patients with one value of a marker; the value is `null` when it is missing, or when the outcome is not known. */
export interface PredictorRow {
  readonly marker: PredictorMarkerId;
  readonly status: OutcomeStatus;
  readonly value: number | null;
  /** The depth was reached by the day on which the marker is known. */
  readonly reachedBefore: boolean;
  readonly patients: number;
}

/** The smallest table that the curves can be computed from: one row per marker and distinct value. */
export interface PredictorTable {
  readonly depth: PredictedDepth;
  readonly month: PredictedMonth;
  readonly rows: readonly PredictorRow[];
}

/** Patients with one pair of values. */
export interface PredictorPairRow {
  readonly first: number;
  readonly second: number;
  readonly reached: boolean;
  /** The depth was reached by the later of the two days on which the markers are known. */
  readonly reachedBefore: boolean;
  readonly patients: number;
}

/** Whether patients who are in the outcome already when the marker is known are left out. */
export type LandmarkRule = 'leave_out' | 'keep';

/** Marker values and outcomes, one place per patient, in the order of the rows. */
export interface MarkerValues {
  readonly marker: Float64Array;
  readonly outcome: Float64Array;
}

/** How a fixed cut-off does in this cohort. */
export interface CutOffPerformance extends PublishedCutOff {
  readonly sensitivity: Proportion;
  readonly specificity: Proportion;
}

export interface EarlyPredictor {
  readonly marker: PredictorMarkerId;
  readonly values: MarkerValues;
  readonly auc: AreaUnderCurve;
  readonly curve: RocCurve;
  /** The threshold of the largest sensitivity + specificity, without intervals: those are a long computation. */
  readonly cutOff: OptimalCutOff;
  readonly atCutOff: { readonly sensitivity: Proportion; readonly specificity: Proportion } | null;
  readonly published: readonly CutOffPerformance[];
  /** Patients whose outcome is known and whose marker is not. */
  readonly withoutMarker: number;
  /** Patients who had reached the depth when the marker was known; in or out by the rule. */
  readonly reachedBefore: number;
}

export interface EarlyPredictors {
  readonly depth: PredictedDepth;
  readonly month: PredictedMonth;
  readonly landmark: LandmarkRule;
  /** Patients of the cohort by what is known of the outcome. */
  readonly statuses: Readonly<Record<OutcomeStatus, number>>;
  readonly cohort: number;
  readonly predictors: readonly EarlyPredictor[];
}

/**
 * How well early markers foretell a deep response by a month since the first TKI.
 *
 * Outcome: the first sample of the depth or deeper by the month, whatever TKI is taken. Patients without it who have no
 * evaluable sample at or after the month are left out, with the reason: responders need no such sample, so that the share
 * of responders is too high when many leave early. By default a patient who has reached the depth on the day the marker is
 * known is left out as well: kept, the marker and the outcome are one sample (immortal time). Nobody on one side: no
 * estimate, and the reason.
 *
 * @see DeLong et al. 1988, doi:10.2307/2531595 · tests/reference/roc · tests/unit/core/analyses/early-predictors.test.ts
 */
export function earlyPredictors(
  table: PredictorTable,
  { landmark, level = 0.95 }: { readonly landmark: LandmarkRule; readonly level?: number },
): EarlyPredictors {
  const one = table.rows.filter(({ marker }) => marker === predictorMarkerIds[0]);
  const statuses = Object.fromEntries(
    outcomeStatuses.map((status) => [status, patientsOf(one.filter((row) => row.status === status))]),
  ) as Record<OutcomeStatus, number>;
  return Object.freeze({
    depth: table.depth,
    month: table.month,
    landmark,
    statuses,
    cohort: patientsOf(one),
    predictors: predictorMarkerIds.map((marker) =>
      predictorOf(
        marker,
        table.rows.filter((row) => row.marker === marker),
        landmark,
        level,
      ),
    ),
  });
}

const patientsOf = (rows: readonly { readonly patients: number }[]): number =>
  rows.reduce((sum, { patients }) => sum + patients, 0);

function predictorOf(
  marker: PredictorMarkerId,
  rows: readonly PredictorRow[],
  landmark: LandmarkRule,
  level: number,
): EarlyPredictor {
  const known = rows.filter(({ status }) => status === 'yes' || status === 'no');
  const valued = known.filter(({ value }) => value !== null);
  const used = valued.filter(({ reachedBefore }) => landmark === 'keep' || !reachedBefore);
  const values: MarkerValues = {
    marker: expanded(used, ({ value }) => value ?? Number.NaN),
    outcome: expanded(used, ({ status }) => (status === 'yes' ? 1 : 0)),
  };
  const cutOff = optimalCutOff(values.marker, values.outcome, { direction: 'lower', level });
  const threshold = cutOff.threshold?.estimate;
  return Object.freeze({
    marker,
    values,
    auc: areaUnderCurve(values.marker, values.outcome, 'lower', level),
    curve: rocCurve(values.marker, values.outcome, 'lower'),
    cutOff,
    atCutOff: threshold === undefined ? null : performance(values, (value) => value < threshold, level),
    published: predictorMarkers[marker].cutOffs.map((published) => ({
      ...published,
      ...performance(
        values,
        (value) => value < published.value || (published.positive === 'at_most' && value === published.value),
        level,
      ),
    })),
    withoutMarker: patientsOf(known) - patientsOf(valued),
    reachedBefore: patientsOf(valued.filter(({ reachedBefore }) => reachedBefore)),
  });
}

function expanded<Row extends { readonly patients: number }>(
  rows: readonly Row[],
  numberOf: (row: Row) => number,
): Float64Array {
  const values = new Float64Array(patientsOf(rows));
  let at = 0;
  for (const row of rows) {
    values.fill(numberOf(row), at, at + row.patients);
    at += row.patients;
  }
  return values;
}

/** Sensitivity and specificity of a rule on the marker, with Wilson intervals. */
function performance(
  { marker, outcome }: MarkerValues,
  isPositive: (value: number) => boolean,
  level: number,
): { readonly sensitivity: Proportion; readonly specificity: Proportion } {
  let [events, found, controls, spared] = [0, 0, 0, 0];
  for (let i = 0; i < marker.length; i++) {
    const positive = isPositive(marker[i] ?? Number.NaN);
    if (outcome[i] === 1) {
      events += 1;
      found += positive ? 1 : 0;
    } else {
      controls += 1;
      spared += positive ? 0 : 1;
    }
  }
  return { sensitivity: wilson(found, events, level), specificity: wilson(spared, controls, level) };
}

/**
 * DeLong's paired test of two markers on the patients who have both; those who had reached the depth by the later of the
 * two days are left out or kept by the same rule.
 */
export function comparePredictors(
  rows: readonly PredictorPairRow[],
  { landmark, level = 0.95 }: { readonly landmark: LandmarkRule; readonly level?: number },
): AucComparison {
  const used = rows.filter(({ reachedBefore }) => landmark === 'keep' || !reachedBefore);
  return comparePairedAuc(
    expanded(used, ({ first }) => first),
    expanded(used, ({ second }) => second),
    expanded(used, ({ reached }) => (reached ? 1 : 0)),
    ['lower', 'lower'],
    level,
  );
}
