import { calendarYear, daysFromMonths } from '@core/domain/calendar';
import { eln2020 } from '@core/domain/guideline';
import { type IndicatorId, indicatorLimits } from '@core/domain/indicator';
import { type MilestoneMonth, milestoneWindows } from '@core/domain/milestone';
import { responseRules } from '@core/domain/response-class';
import { isRead } from '@core/domain/sample-standing';
import { gapDays, inTimeDays, type SamplingPhase } from '@core/domain/sampling-phase';
import { atypicalTranscripts } from '@core/domain/transcript';
import { secondGenerationDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { deriveFacts } from './derive-facts';
import { milestoneSample } from './evaluable-samples';
import { firstStop } from './first-stop';
import { readMilestone } from './milestone-reading';
import type { PatientRecord } from './patient-record';
import { samplingIntervals } from './sampling-intervals';
import { tkiLines } from './tki-lines';

/** One unit of an indicator: the year it counts for, and whether it meets it; `null` is not known. */
export interface IndicatorUnitReading {
  readonly year: number | null;
  readonly met: boolean | null;
}

/**
 * The units of one patient that an indicator counts: the slow and obvious reader that judges the SQL. Who is not in its
 * denominator has no unit; who is, but cannot be assessed, has one with `met` `null`. What takes time to be seen is asked of
 * those alone who were followed for that time, whatever happened in it: an early event would else be known, and its
 * absence not yet.
 *
 * @see tests/generative/indicator-twin.test.ts holds it equal to `data/queries/indicators`
 */
export function indicatorUnits(id: IndicatorId, record: PatientRecord): readonly IndicatorUnitReading[] {
  return readers[id](record);
}

type Reader = (record: PatientRecord) => readonly IndicatorUnitReading[];

const readers: Readonly<Record<IndicatorId, Reader>> = {
  early_inclusion: ({ patient }) => [
    { year: patient.diagnosis_year, met: patient.inclusion_day <= indicatorLimits.earlyInclusionDays },
  ],
  second_generation_first: (record) =>
    firstTki(record).map(({ line }) => ({
      year: line.start_year,
      met: (secondGenerationDrugs as readonly string[]).includes(line.drug),
    })),
  generic_imatinib: ({ rows }) =>
    rows.treatment_line
      .filter(({ drug }) => drug === 'imatinib')
      .map((line) => ({ year: line.start_year, met: line.generic })),
  switch_within_12_months: (record) => {
    const second = tkiLines(record)[1];
    const until = (startDay: number) => startDay + indicatorLimits.switchDays;
    return firstTki(record)
      .filter(({ line }) => record.patient.last_contact_day >= until(line.start_day))
      .map(({ line }) => ({
        year: line.start_year,
        met: second !== undefined && second.line.start_day <= until(line.start_day),
      }));
  },
  stop_attempted_when_eligible: (record) => {
    if (deriveFacts(record).eligible_observatory !== 'yes') return [];
    const attempts = record.rows.treatment_free_attempt.length;
    const met = record.present.has('treatment_free_attempt') ? attempts > 0 : null;
    return [{ year: record.patient.diagnosis_year, met }];
  },
  sample_at_3_months: (record) => sampled(record, 3),
  sample_at_6_months: (record) => sampled(record, 6),
  sample_at_12_months: (record) => sampled(record, 12),
  quarterly_until_mmr: (record) =>
    noLongWait(record, 'before_mmr', inTimeDays('before_mmr'), indicatorLimits.monitoredDays).map(
      ({ met }) => ({
        year: firstTki(record)[0]?.line.start_year ?? null,
        met,
      }),
    ),
  six_monthly_in_mmr: (record) =>
    noLongWait(record, 'in_mmr', inTimeDays('in_mmr'), indicatorLimits.monitoredDays),
  monthly_after_stop: ({ patient, rows }) =>
    rows.treatment_free_attempt.flatMap(({ stop_day, restart_day }) => {
      const until = stop_day + indicatorLimits.afterStopDays;
      if (patient.last_contact_day < until || (restart_day !== null && restart_day < until)) return [];
      const days = rows.molecular.filter(({ day }) => day > stop_day && day <= until).map(({ day }) => day);
      const met = new Set(days).size >= indicatorLimits.afterStopSamples;
      return [{ year: calendarYear(patient.diagnosis_year, stop_day), met }];
    }),
  no_gap_after_stop: (record) =>
    noLongWait(record, 'months_1_6', gapDays('months_1_6'), indicatorLimits.afterStopDays),
  fit_for_mr4_5: ({ patient, rows }) => {
    const copies = responseRules.find(({ responseClass }) => responseClass === 'MR4.5')?.minimumCopies;
    return rows.molecular
      .filter((row) => row.on_international_scale && isRead(row.validation))
      .map((row) => {
        const needed = copies?.[row.control_gene] ?? null;
        const met = needed === null || row.control_copies === null ? null : row.control_copies >= needed;
        return { year: calendarYear(patient.diagnosis_year, row.day), met };
      });
  },
  mutation_at_failure: (record) =>
    firstTki(record).flatMap(({ line }) => {
      const failed = eln2020.milestones.find(
        (milestone) => readMilestone(record, milestone).verdict === 'failure',
      );
      if (failed === undefined) return [];
      const from = line.start_day + daysFromMonths(failed.fromMonth);
      const to = line.start_day + daysFromMonths(failed.toMonth + indicatorLimits.mutationMonths);
      if (record.patient.last_contact_day < to) return [];
      const found = record.rows.mutation.some(({ day }) => day >= from && day < to);
      return [{ year: line.start_year, met: record.present.has('mutation') ? found : null }];
    }),
  optimal_at_3_months: (record) => optimal(record, 3),
  optimal_at_6_months: (record) => optimal(record, 6),
  optimal_at_12_months: (record) => optimal(record, 12),
  free_12_months_after_stop: (record) => {
    const first = record.rows.treatment_free_attempt.find(({ attempt_number }) => attempt_number === 1);
    const stop = firstStop(record);
    if (first === undefined || stop === null) return [];
    const { freeDays } = indicatorLimits;
    if (record.patient.last_contact_day < first.stop_day + freeDays) return [];
    const recurrence = stop.recurrenceDay === null ? null : stop.recurrenceDay - first.stop_day;
    const followed = stop.lastReadingDay === null ? null : stop.lastReadingDay - first.stop_day;
    const free = followed !== null && followed >= freeDays ? true : null;
    const met = recurrence === null ? free : recurrence >= freeDays;
    return [{ year: calendarYear(record.patient.diagnosis_year, first.stop_day), met }];
  },
  intolerance_within_24_months: (record) =>
    firstTki(record).flatMap(({ line, endDay }) => {
      const until = line.start_day + indicatorLimits.intoleranceDays;
      if (record.patient.last_contact_day < until) return [];
      const year = line.start_year;
      if (line.stop_day !== null && line.stop_day <= until) {
        const reason = line.stop_reason;
        return [{ year, met: reason === null || reason === 'unknown' ? null : reason === 'intolerance' }];
      }
      return [{ year, met: endDay !== null && endDay <= until ? null : false }];
    }),
  withdrawal_syndrome: ({ patient, rows }) =>
    rows.treatment_free_attempt.map(({ stop_day, withdrawal_syndrome }) => ({
      year: calendarYear(patient.diagnosis_year, stop_day),
      met: withdrawal_syndrome,
    })),
};

/** Whether no wait of a phase was longer than so many days, of who was followed for some days from its begin on. */
function noLongWait(
  record: PatientRecord,
  phase: SamplingPhase,
  longest: number,
  followedDays: number,
): readonly IndicatorUnitReading[] {
  const waits = samplingIntervals(record).filter(
    (wait) =>
      wait.phase === phase &&
      wait.day < wait.phaseDay + followedDays &&
      wait.untilDay >= wait.phaseDay + followedDays,
  );
  const [first] = waits;
  if (first === undefined) return [];
  const year = calendarYear(record.patient.diagnosis_year, first.phaseDay);
  return [{ year, met: waits.every(({ days }) => days <= longest) }];
}

const firstTki = (record: PatientRecord) => tkiLines(record).slice(0, 1);

/** Treated patients with a transcript on the scale who were followed to the end of the window of a milestone. */
function followedTo(record: PatientRecord, month: MilestoneMonth): readonly { readonly year: number }[] {
  const transcript = record.diagnosis?.transcript ?? null;
  if (transcript !== null && (atypicalTranscripts as readonly string[]).includes(transcript)) return [];
  const { toMonth } = windowOf(month);
  return firstTki(record)
    .filter(({ line }) => record.patient.last_contact_day >= line.start_day + daysFromMonths(toMonth))
    .map(({ line }) => ({ year: line.start_year }));
}

const windowOf = (month: MilestoneMonth) => {
  const window = milestoneWindows.find((one) => one.month === month);
  if (window === undefined) throw new RangeError(`no milestone at month ${month}`);
  return window;
};

const sampled = (record: PatientRecord, month: MilestoneMonth): readonly IndicatorUnitReading[] =>
  followedTo(record, month).map(({ year }) => ({
    year,
    met: milestoneSample(record, windowOf(month)) !== null,
  }));

function optimal(record: PatientRecord, month: MilestoneMonth): readonly IndicatorUnitReading[] {
  const milestone = eln2020.milestones.find((one) => one.month === month);
  if (milestone === undefined) throw new RangeError(`no milestone at month ${month}`);
  return followedTo(record, month).map(({ year }) => {
    const { verdict } = readMilestone(record, milestone);
    return { year, met: verdict === null ? null : verdict === 'optimal' };
  });
}
