import { type CurveOrigin, tkiPositionOf } from '@core/analyses/curve-origin';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { literal } from '../sql-text';

/** Patients by their key: from the first to before the second. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The day from which the curve of each patient counts, as SQL: `patient_key`, `origin_day`; who has no such day is absent.
 * Of all patients without a range.
 */
export function curveOriginSql(origin: CurveOrigin, range?: KeyRange): string {
  const inRange =
    range === undefined
      ? 'true'
      : `patient_key >= ${literal(range.from)} and patient_key < ${literal(range.to)}`;
  if (origin === 'diagnosis') return `select patient_key, 0 as origin_day from patient where ${inRange}`;
  if (origin === 'first_stop') {
    return `select patient_key, min(stop_day) as origin_day
      from treatment_free_attempt where attempt_number = 1 and ${inRange} group by patient_key`;
  }
  return `select patient_key, start_day as origin_day from (
      select patient_key, start_day,
        row_number() over (partition by patient_key order by start_day, line_number) as position
      from treatment_line
      where list_contains(${literal(tkiDrugs)}, drug::varchar) and ${inRange}
    ) where position = ${literal(tkiPositionOf(origin) ?? 1)}`;
}
