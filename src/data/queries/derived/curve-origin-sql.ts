import { type CurveOrigin, tkiPositionOf } from '@core/analyses/curve-origin';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { literal } from '../sql-text';

/** Patients by their key: from the first to before the second. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/** Patients by their key: a range of them, or each by its own. */
export type PatientKeys = KeyRange | { readonly among: readonly number[] };

/** Whether a row is of one of these patients, as SQL that a scan can take to the blocks it must read. */
export function ofPatientsSql(keys: PatientKeys): string {
  if ('from' in keys) return `patient_key >= ${literal(keys.from)} and patient_key < ${literal(keys.to)}`;
  return keys.among.length === 0 ? 'false' : `patient_key in (${keys.among.map(literal).join(', ')})`;
}

/**
 * The day from which the curve of each patient counts, as SQL: `patient_key`, `origin_day`; who has no such day is absent.
 */
export function curveOriginSql(origin: CurveOrigin, keys: PatientKeys): string {
  const wanted = ofPatientsSql(keys);
  if (origin === 'diagnosis') return `select patient_key, 0 as origin_day from patient where ${wanted}`;
  if (origin === 'first_stop') {
    return `select patient_key, min(stop_day) as origin_day
      from treatment_free_attempt where attempt_number = 1 and ${wanted} group by patient_key`;
  }
  return `select patient_key, start_day as origin_day from (
      select patient_key, start_day,
        row_number() over (partition by patient_key order by start_day, line_number) as position
      from treatment_line
      where list_contains(${literal(tkiDrugs)}, drug::varchar) and ${wanted}
    ) where position = ${literal(tkiPositionOf(origin) ?? 1)}`;
}
