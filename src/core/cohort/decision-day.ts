import type { StoppingPatient } from './patient-record';

/**
 * The day on which it is asked whether the TKI may be stopped: the earliest recorded stop, or the last contact of a
 * patient who never stopped. What comes after a stop is another story: a loss there is no failure of the treatment.
 */
export function decisionDay({
  patient,
  rows,
}: {
  readonly patient: Pick<StoppingPatient['patient'], 'last_contact_day'>;
  readonly rows: Pick<StoppingPatient['rows'], 'treatment_free_attempt'>;
}): number {
  const stops = rows.treatment_free_attempt.map(({ stop_day }) => stop_day);
  return stops.length === 0 ? patient.last_contact_day : Math.min(...stops);
}
