import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { type KeyRange, ofPatientsSql } from './derived/curve-origin-sql';
import { literal } from './sql-text';

/** The TKI lines of everybody, or of a range of patients, in the order in which they began: `tkiLines` of `core/cohort`. */
export const tkiLinesOf = (keys?: KeyRange): string => `(
  select
    patient_key,
    line_number,
    drug::varchar as drug,
    daily_dose_mg,
    generic,
    start_day,
    start_year,
    stop_day,
    stop_reason::varchar as stop_reason,
    least(stop_day, lead(start_day) over begun) as end_day,
    row_number() over begun as position
  from treatment_line
  where list_contains(${literal(tkiDrugs)}, drug::varchar)${
    keys === undefined
      ? ''
      : `
    and ${ofPatientsSql(keys)}`
  }
  window begun as (partition by patient_key order by start_day, line_number)
)`;
