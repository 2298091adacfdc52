import { mmrReading } from '@core/domain/evaluable-sample';
import { sampleOfRow } from '@core/domain/sample-of-row';
import type { PatientRecord } from './patient-record';
import { tkiLines } from './tki-lines';

/** What the samples after the first stop of a TKI say of major molecular response. */
export interface FirstStop {
  /** First day with a sample above 0.1 % IS, `null` when none was seen. */
  readonly recurrenceDay: number | null;
  /** Whether any sample tells; without one, recurrence is not known. */
  readonly followed: boolean;
  /** Last day with a sample that tells, `null` without one. */
  readonly lastReadingDay: number | null;
  /** The day on which a TKI is taken again; `null` when none was. */
  readonly freeUntilDay: number | null;
}

/**
 * The first attempt and what followed, until the restart, the next TKI line or the next attempt, whichever comes first;
 * samples on the day of the stop do not count, those on the last day do. `null` without a first attempt.
 */
export function firstStop(record: PatientRecord): FirstStop | null {
  const attempts = record.rows.treatment_free_attempt;
  const first = attempts.find(({ attempt_number }) => attempt_number === 1);
  if (first === undefined) return null;
  const ends = [
    first.restart_day,
    ...tkiLines(record)
      .map(({ line }) => line.start_day)
      .filter((day) => day > first.stop_day),
    ...attempts.filter(({ attempt_number }) => attempt_number > 1).map(({ stop_day }) => stop_day),
  ].filter((day) => day !== null);
  const freeUntil = Math.min(...ends);
  const readings = record.rows.molecular
    .map((row) => ({ day: row.day, reading: mmrReading(sampleOfRow(row)) }))
    .filter(({ day, reading }) => reading !== null && day > first.stop_day && day <= freeUntil);
  const losses = readings.filter(({ reading }) => reading === 'lost').map(({ day }) => day);
  return {
    recurrenceDay: losses.length === 0 ? null : Math.min(...losses),
    followed: readings.length > 0,
    lastReadingDay: readings.length === 0 ? null : Math.max(...readings.map(({ day }) => day)),
    freeUntilDay: ends.length === 0 ? null : freeUntil,
  };
}
