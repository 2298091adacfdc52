import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { literal } from './sql-text';

/** The TKI lines of everybody in the order in which they began: `tkiLines` of `core/cohort`. */
export const tkiLinesSql = `(
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
  where list_contains(${literal(tkiDrugs)}, drug::varchar)
  window begun as (partition by patient_key order by start_day, line_number)
)`;
