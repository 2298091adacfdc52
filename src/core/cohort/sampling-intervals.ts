import { monthsFromDays } from '@core/domain/calendar';
import { type SamplingPhase, samplingLimits } from '@core/domain/sampling-phase';
import { decisionDay } from './decision-day';
import { firstDayOf } from './evaluable-samples';
import { firstStop } from './first-stop';
import type { PatientRecord } from './patient-record';
import { firstTkiDay } from './tki-lines';

/** One wait for a sample, and how it ended; days since diagnosis. */
export interface SamplingInterval {
  readonly phase: SamplingPhase;
  /** When the phase began: the first TKI, the first MMR or the first stop. */
  readonly phaseDay: number;
  readonly day: number;
  /** The end of the treatment, or of the time without it. */
  readonly untilDay: number;
  readonly days: number;
  /** 1: with a sample, of whatever quality; 2: with the end of that time or death; 0: neither by the last contact. */
  readonly cause: 0 | 1 | 2;
}

/**
 * The waits of a patient for the next sample since the inclusion: on treatment from the first TKI to the first stop, and
 * after the first stop until a TKI is taken again. A day with two samples is one day. The reader in memory.
 *
 * @see tests/generative/sampling-interval-twin.test.ts holds it equal to `data/queries/monitoring/sampling-interval.sql`
 */
export function samplingIntervals(record: PatientRecord): readonly SamplingInterval[] {
  const { last_contact_day, vital_status } = record.patient;
  const firstTki = firstTkiDay(record);
  const mmrDay = firstDayOf(record, 'MMR');
  const stop = firstStop(record);
  const stopDay = record.rows.treatment_free_attempt.find(
    (attempt) => attempt.attempt_number === 1,
  )?.stop_day;
  const stops = record.rows.treatment_free_attempt.length > 0;
  const isDead = vital_status === 'dead';
  const inMmr = (day: number) => mmrDay !== null && day >= mmrDay;

  const onTreatment =
    firstTki === null
      ? []
      : waits(record, firstTki, Math.min(decisionDay(record), last_contact_day)).map((wait) => ({
          ...wait,
          phase: inMmr(wait.day) ? ('in_mmr' as const) : ('before_mmr' as const),
          phaseDay: inMmr(wait.day) ? (mmrDay ?? firstTki) : firstTki,
          ends: isDead || (stops && decisionDay(record) <= last_contact_day),
        }));
  const freeUntil = stop?.freeUntilDay ?? null;
  const afterStop =
    stop === null || stopDay === undefined
      ? []
      : waits(record, stopDay, Math.min(freeUntil ?? last_contact_day, last_contact_day)).map((wait) => ({
          ...wait,
          phase: phaseAfterStop(wait.day - stopDay),
          phaseDay: stopDay,
          ends: isDead || (freeUntil !== null && freeUntil <= last_contact_day),
        }));
  return [...onTreatment, ...afterStop]
    .filter(({ day }) => day >= record.patient.inclusion_day)
    .map(({ nextDay, ends, ...wait }) => ({
      ...wait,
      days: (nextDay ?? wait.untilDay) - wait.day,
      cause: nextDay !== null ? 1 : ends ? 2 : 0,
    }));
}

function waits(record: PatientRecord, fromDay: number, untilDay: number) {
  const sampled = record.rows.molecular
    .map(({ day }) => day)
    .filter((day) => day > fromDay && day <= untilDay);
  const days = [...new Set([fromDay, ...sampled])].toSorted((a, b) => a - b);
  return days
    .map((day, place) => ({ day, nextDay: days[place + 1] ?? null, untilDay }))
    .filter(({ day }) => day < untilDay);
}

function phaseAfterStop(days: number): SamplingPhase {
  const months = monthsFromDays(days);
  if (months < samplingLimits.secondHalfFromMonth) return 'months_1_6';
  return months < samplingLimits.secondYearFromMonth ? 'months_7_12' : 'second_year';
}
