import { mmrReading } from '@core/domain/evaluable-sample';
import { responseClass, responseRank } from '@core/domain/response-class';
import { sampleOfRow } from '@core/domain/sample-of-row';
import { evaluableSamples } from './evaluable-samples';
import type { PatientRecord } from './patient-record';
import { tkiLines } from './tki-lines';

/** What the tests of one day after a stop say: MR4 or deeper, MMR, or above 0.1 % IS; the highest of the day counts. */
export const stopStates = ['deep', 'mmr', 'lost'] as const;
export type StopState = (typeof stopStates)[number];

/** One patient after the first stop of a TKI; days since the stop. */
export interface AfterStop {
  /** Last contact, or the next stop. */
  readonly endDay: number;
  /** Restart of the attempt, the next TKI line or the next stop, whichever comes first; `null` when there was none. */
  readonly restartDay: number | null;
  /** One per day with a sample that tells of MMR, ascending, up to the end. */
  readonly tests: readonly { readonly day: number; readonly state: StopState }[];
}

/** The course after the first stop: the reader in memory. `null` without a first attempt, or when it ends on its own day. */
export function afterStop(record: PatientRecord): AfterStop | null {
  const attempts = record.rows.treatment_free_attempt;
  const first = attempts.find(({ attempt_number }) => attempt_number === 1);
  if (first === undefined) return null;
  const zero = first.stop_day;
  const earliest = (days: readonly (number | null)[]) => {
    const known = days.filter((day) => day !== null);
    return known.length === 0 ? null : Math.min(...known) - zero;
  };
  const nextStop = earliest(
    attempts.filter(({ attempt_number }) => attempt_number > 1).map(({ stop_day }) => stop_day),
  );
  const endDay = Math.min(record.patient.last_contact_day - zero, nextStop ?? Number.POSITIVE_INFINITY);
  if (endDay <= 0) return null;
  const restartDay = earliest([
    first.restart_day,
    ...tkiLines(record)
      .map(({ line }) => line.start_day)
      .filter((day) => day > zero),
    nextStop === null ? null : nextStop + zero,
  ]);
  const onScale = evaluableSamples(record) !== null;
  const byDay = new Map<number, number>();
  for (const row of record.rows.molecular) {
    const sample = sampleOfRow(row);
    const reading = mmrReading(sample);
    const day = row.day - zero;
    if (reading === null || day <= 0 || day > endDay) continue;
    const known = onScale ? responseClass(sample) : null;
    const deep = known !== null && responseRank(known) >= responseRank('MR4');
    const state = reading === 'lost' ? 2 : deep ? 0 : 1;
    byDay.set(day, Math.max(byDay.get(day) ?? 0, state));
  }
  return {
    endDay,
    restartDay: restartDay !== null && restartDay <= endDay ? restartDay : null,
    tests: [...byDay]
      .toSorted(([a], [b]) => a - b)
      .map(([day, state]) => ({ day, state: stopStates[state] ?? 'mmr' })),
  };
}
