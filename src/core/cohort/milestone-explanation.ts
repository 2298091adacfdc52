import { monthsFromDays } from '@core/domain/calendar';
import { explainClass, type InevaluableReason } from '@core/domain/class-explanation';
import { type GuidelineId, guidelines, milestoneOf } from '@core/domain/guideline';
import type { Milestone, MilestoneMonth, MilestoneVerdict } from '@core/domain/milestone';
import type { ResponseClass } from '@core/domain/response-class';
import { sampleOfRow } from '@core/domain/sample-of-row';
import type { SampleRow } from '@core/domain/sample-standing';
import type { EvaluableSample } from './evaluable-samples';
import { readMilestone } from './milestone-reading';
import type { SampledPatient } from './patient-record';
import { firstTkiDay } from './tki-lines';

/** Why a sample did not decide a milestone; of two samples of a day the higher value decides, then the deeper class. */
export type UnusedReason =
  | InevaluableReason
  | 'outside_window'
  | 'further_away'
  | 'later_of_two'
  | 'lower_of_day'
  | 'less_sensitive_of_day'
  | 'repeated';

/** One sample as a reader of the explanation needs it. */
export interface ExplainedSample {
  readonly day: number;
  readonly monthsSinceFirstTki: number | null;
  /** `null` when undetected or without a value. */
  readonly bcrAbl1IsPercent: number | null;
  readonly detected: boolean;
  readonly controlGene: SampleRow['control_gene'];
  readonly controlCopies: number | null;
  readonly responseClass: ResponseClass | null;
}

/** Why a milestone has no verdict. */
export type NotAssessedReason =
  | 'tables_not_available'
  | 'no_tki'
  | 'atypical_transcript'
  | 'no_sample_in_window';

/** A verdict at a milestone with all that led to it. */
export interface MilestoneExplanation {
  readonly guideline: GuidelineId;
  readonly title: string;
  readonly source: string;
  readonly month: MilestoneMonth;
  /** The limits that were applied; `null` when the tables of the guideline are not available. */
  readonly milestone: Milestone | null;
  readonly verdict: MilestoneVerdict | null;
  /** `null` with a verdict. */
  readonly notAssessed: NotAssessedReason | null;
  readonly used: ExplainedSample | null;
  /** `null` when no confirmation was asked for. */
  readonly confirmation: {
    readonly sample: ExplainedSample | null;
    readonly outcome: 'confirmed' | 'refuted' | 'not_taken';
  } | null;
  readonly notUsed: readonly (ExplainedSample & { readonly reason: UnusedReason })[];
}

/**
 * Why a patient has this verdict at a milestone of a guideline: the limits, the sample that decided, the one that
 * confirmed or refuted it, and for every other sample the reason why it did not count.
 *
 * @see tests/unit/core/cohort/milestone-explanation.test.ts
 */
export function explainMilestone(
  record: SampledPatient,
  guideline: GuidelineId,
  month: MilestoneMonth,
): MilestoneExplanation {
  const { title, source } = guidelines[guideline];
  const milestone = milestoneOf(guideline, month);
  const about = { guideline, title, source, month, milestone };
  const none = { verdict: null, used: null, confirmation: null };
  if (milestone === null) return { ...about, ...none, notAssessed: 'tables_not_available', notUsed: [] };
  const { sample, confirming, verdict } = readMilestone(record, milestone);
  const unused = record.rows.molecular
    .filter((row) => row !== sample?.row && row !== confirming?.row)
    .toSorted((a, b) => a.day - b.day)
    .map((row) => ({ ...explained(record, row), reason: unusedReason(record, milestone, row, sample) }));
  if (sample === null) return { ...about, ...none, notAssessed: whyNotAssessed(record), notUsed: unused };
  return {
    ...about,
    verdict,
    notAssessed: null,
    used: explained(record, sample.row),
    confirmation: confirmationOf(record, milestone, sample, confirming),
    notUsed: unused,
  };
}

function whyNotAssessed(record: SampledPatient): NotAssessedReason {
  if (firstTkiDay(record) === null) return 'no_tki';
  return isAtypical(record) ? 'atypical_transcript' : 'no_sample_in_window';
}

function confirmationOf(
  record: SampledPatient,
  { confirmation }: Milestone,
  sample: EvaluableSample,
  confirming: EvaluableSample | null,
): MilestoneExplanation['confirmation'] {
  if (confirmation === null || sample.bcrAbl1IsPercent <= confirmation.abovePercent) return null;
  if (confirming === null) return { sample: null, outcome: 'not_taken' };
  const confirmed = confirming.bcrAbl1IsPercent > confirmation.abovePercent;
  return { sample: explained(record, confirming.row), outcome: confirmed ? 'confirmed' : 'refuted' };
}

function unusedReason(
  record: SampledPatient,
  { month, fromMonth, toMonth }: Milestone,
  row: SampleRow,
  used: EvaluableSample | null,
): UnusedReason {
  const { reason, responseClass } = explainClass(sampleOfRow(row), record.diagnosis?.transcript ?? null);
  if (reason !== null) return reason;
  const months = monthsSinceFirstTki(record, row.day);
  if (months === null || used === null || months < fromMonth || months >= toMonth) return 'outside_window';
  if (row.day !== used.day) {
    const usedMonths = monthsSinceFirstTki(record, used.day) ?? 0;
    return Math.abs(months - month) > Math.abs(usedMonths - month) ? 'further_away' : 'later_of_two';
  }
  const percent = row.detected ? (row.bcr_abl1_is_pct ?? 0) : 0;
  if (percent < used.bcrAbl1IsPercent) return 'lower_of_day';
  return responseClass === used.responseClass ? 'repeated' : 'less_sensitive_of_day';
}

function explained(record: SampledPatient, row: SampleRow): ExplainedSample {
  return {
    day: row.day,
    monthsSinceFirstTki: monthsSinceFirstTki(record, row.day),
    bcrAbl1IsPercent: row.detected ? row.bcr_abl1_is_pct : null,
    detected: row.detected,
    controlGene: row.control_gene,
    controlCopies: row.control_copies,
    responseClass: explainClass(sampleOfRow(row), record.diagnosis?.transcript ?? null).responseClass,
  };
}

function monthsSinceFirstTki(record: SampledPatient, day: number): number | null {
  const from = firstTkiDay(record);
  return from === null ? null : monthsFromDays(day - from);
}

const isAtypical = ({ diagnosis, rows }: SampledPatient): boolean =>
  rows.molecular[0] !== undefined &&
  explainClass(sampleOfRow(rows.molecular[0]), diagnosis?.transcript ?? null).reason ===
    'atypical_transcript';
