import { yearsFromDays } from '@core/domain/calendar';
import { judgeEligibility } from '@core/domain/eligibility';
import { eligibilityRules } from '@core/domain/eligibility-rule';
import { eltsGroup, eltsScore } from '@core/domain/elts';
import { euroGroup, euroScore } from '@core/domain/euro';
import { eutosGroup, eutosScore } from '@core/domain/eutos';
import { type AssessedGuideline, eln2013, eln2020 } from '@core/domain/guideline';
import { milestoneWindows } from '@core/domain/milestone';
import { sokalGroup, sokalScore } from '@core/domain/sokal';
import { meetsStopCriteria, observatoryStopCriteria } from '@core/domain/stop-criteria';
import { frenchSustainedResponse, sustainedResponse } from '@core/domain/sustained-response';
import type { AnchorDays } from './anchor-event';
import {
  bestResponse,
  deepResponseMonths,
  evaluableSamples,
  firstDayOf,
  milestoneSample,
} from './evaluable-samples';
import type { PatientFacts } from './fact-vocabulary';
import { firstStop } from './first-stop';
import { earlyKinetics } from './kinetics-reading';
import { readMilestone } from './milestone-reading';
import { anyTimeVerdict2020, readMmrCourse } from './mmr-course';
import type { PatientRecord } from './patient-record';
import { stopHistory } from './stop-history';
import { firstLineDrug, firstTkiDay, isOnTki, tkiDaysUntil, tkiLines } from './tki-lines';

/**
 * Every fact of one patient from the rows of the extract: the slow and obvious reader that judges the SQL.
 *
 * @see tests/generative/patient-fact-twin.test.ts holds it equal to `patient_fact`
 */
export function deriveFacts(record: PatientRecord): PatientFacts {
  return {
    ...recordedFacts(record),
    ...scoreFacts(record),
    ...treatmentFacts(record),
    ...responseFacts(record),
    ...milestoneFacts(record),
    ...stopFacts(record),
    ...eligibilityFacts(record),
  };
}

/**
 * The day of each single event of one patient.
 *
 * @see tests/generative/patient-fact-twin.test.ts holds it equal to `patient_anchor`
 */
export function deriveAnchors(record: PatientRecord): AnchorDays {
  const { inclusion_day, last_contact_day, vital_status } = record.patient;
  return {
    diagnosis: 0,
    inclusion: inclusion_day,
    first_tki: firstTkiDay(record),
    first_mmr: firstDayOf(record, 'MMR'),
    first_mr4: firstDayOf(record, 'MR4'),
    first_mr4_5: firstDayOf(record, 'MR4.5'),
    first_mr5: firstDayOf(record, 'MR5'),
    progression: progressionDays(record).toSorted((a, b) => a - b)[0] ?? null,
    molecular_recurrence: firstStop(record)?.recurrenceDay ?? null,
    last_contact: last_contact_day,
    death: vital_status === 'dead' ? last_contact_day : null,
  };
}

function recordedFacts({ patient, diagnosis, centre }: PatientRecord) {
  return {
    sex: patient.sex,
    age: patient.age_at_diagnosis_years,
    vital_status: patient.vital_status,
    death_cause: patient.death_cause,
    phase: diagnosis?.phase ?? null,
    phase_classification: diagnosis?.phase_classification ?? null,
    transcript: diagnosis?.transcript ?? null,
    high_risk_aca: yesOrNo(diagnosis?.high_risk_aca ?? null),
    charlson_index: diagnosis?.charlson_index ?? null,
    spleen_cm: diagnosis?.spleen_cm ?? null,
    platelets_g_l: diagnosis?.platelets_g_l ?? null,
    leukocytes_g_l: diagnosis?.leukocytes_g_l ?? null,
    haemoglobin_g_l: diagnosis?.haemoglobin_g_l ?? null,
    blasts_pct: diagnosis?.blasts_pct ?? null,
    eosinophils_pct: diagnosis?.eosinophils_pct ?? null,
    basophils_pct: diagnosis?.basophils_pct ?? null,
    diagnosis_year: patient.diagnosis_year,
    inclusion_day: patient.inclusion_day,
    follow_up_years: yearsFromDays(patient.last_contact_day),
    centre: patient.centre_id,
    centre_type: centre?.centre_type ?? null,
  };
}

function scoreFacts({ patient, diagnosis }: PatientRecord) {
  const inputs = {
    ageYears: patient.age_at_diagnosis_years,
    spleenCm: diagnosis?.spleen_cm ?? null,
    plateletsGL: diagnosis?.platelets_g_l ?? null,
    blastsPct: diagnosis?.blasts_pct ?? null,
    eosinophilsPct: diagnosis?.eosinophils_pct ?? null,
    basophilsPct: diagnosis?.basophils_pct ?? null,
  };
  const [elts, sokal, euro, eutos] = [
    eltsScore(inputs),
    sokalScore(inputs),
    euroScore(inputs),
    eutosScore(inputs),
  ];
  return {
    elts: eltsGroup(elts),
    sokal: sokalGroup(sokal),
    euro: euroGroup(euro),
    eutos: eutosGroup(eutos),
    elts_score: elts,
    sokal_score: sokal,
    euro_score: euro,
    eutos_score: eutos,
  };
}

function treatmentFacts(record: PatientRecord) {
  const lines = tkiLines(record);
  return {
    first_line_drug: firstLineDrug(record),
    first_tki: lines[0]?.line.drug ?? null,
    last_tki: lines.at(-1)?.line.drug ?? null,
    on_tki: yesOrNo(isOnTki(record, record.patient.last_contact_day)),
    tki_lines: lines.length,
    tki_years: tkiYears(record),
  };
}

function responseFacts(record: PatientRecord) {
  const [three, six, twelve] = milestoneWindows.map((window) => milestoneSample(record, window));
  const kinetics = earlyKinetics(record);
  return {
    response_3m: three?.responseClass ?? null,
    response_6m: six?.responseClass ?? null,
    response_12m: twelve?.responseClass ?? null,
    bcr_abl1_3m_pct: three?.bcrAbl1IsPercent ?? null,
    bcr_abl1_6m_pct: six?.bcrAbl1IsPercent ?? null,
    halving_time_days: kinetics.limitedHalvingTimeDays,
    reduction_ratio_3m: kinetics.reductionRatio,
    best_response: bestResponse(record),
    deep_response_months: deepResponseMonths(record),
    sustained_deep_response: yesOrNo(sustained(record)?.sustainedNow ?? null),
    evaluable_samples: evaluableSamples(record)?.length ?? null,
    progression: record.present.has('phase_event') ? yesOrNo(progressionDays(record).length > 0) : null,
  };
}

function milestoneFacts(record: PatientRecord) {
  const verdicts = ({ milestones }: AssessedGuideline) =>
    milestones.map((milestone) => readMilestone(record, milestone).verdict);
  const [eln2013_3m = null, eln2013_6m = null, eln2013_12m = null] = verdicts(eln2013);
  const [eln2020_3m = null, eln2020_6m = null, eln2020_12m = null] = verdicts(eln2020);
  return {
    eln2013_3m,
    eln2013_6m,
    eln2013_12m,
    eln2020_3m,
    eln2020_6m,
    eln2020_12m,
    eln2020_any_time: anyTimeVerdict2020(record),
    mmr_course: readMmrCourse(record).course,
  };
}

function stopFacts(record: PatientRecord) {
  const stop = firstStop(record);
  const recurred = stop?.followed ? stop.recurrenceDay !== null : null;
  return {
    stop_criteria: yesOrNo(
      meetsStopCriteria(observatoryStopCriteria, tkiYears(record), deepResponseMonths(record)),
    ),
    treatment_free_attempts: record.present.has('treatment_free_attempt')
      ? record.rows.treatment_free_attempt.length
      : null,
    lost_mmr_after_stop: yesOrNo(recurred),
  };
}

function eligibilityFacts(record: PatientRecord) {
  const known = stopHistory(record);
  const { eln2020_minimal, eln2020_optimal, filmc2018, euroski, observatory } = eligibilityRules;
  const answer = (rule: typeof observatory) => yesOrNo(judgeEligibility(rule, known).eligible);
  return {
    eligible_eln2020_minimal: answer(eln2020_minimal),
    eligible_eln2020_optimal: answer(eln2020_optimal),
    eligible_filmc2018: answer(filmc2018),
    eligible_euroski: answer(euroski),
    eligible_observatory: answer(observatory),
  };
}

/** First day at which a deep response was sustained, by French practice; SQL keeps it beside the facts. */
export const sustainedResponseDay = (record: PatientRecord): number | null =>
  sustained(record)?.firstSustainedDay ?? null;

const sustained = (record: PatientRecord) =>
  sustainedResponse(evaluableSamples(record) ?? [], frenchSustainedResponse);

const tkiYears = (record: PatientRecord): number =>
  yearsFromDays(tkiDaysUntil(record, record.patient.last_contact_day));

const progressionDays = (record: PatientRecord): readonly number[] =>
  record.rows.phase_event.filter(({ event }) => event === 'AP' || event === 'BP').map(({ day }) => day);

const yesOrNo = (claim: boolean | null): 'yes' | 'no' | null =>
  claim === null ? null : claim ? 'yes' : 'no';
