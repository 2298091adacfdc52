-- question: which treatment lines contain a TKI, in which order did they begin, and when did each end for the clock
-- grain: one row per TKI line
-- order: none; position counts from 1 within a patient
-- A line without an end, or with one after the next line began, ends where the next TKI line begins.
select
  patient_key,
  drug::varchar as drug,
  start_day,
  stop_day,
  nullif(stop_reason::varchar, 'unknown') as stop_reason,
  least(stop_day, lead(start_day) over begun) as end_day,
  row_number() over begun as position
from treatment_line
where list_contains({{tki_drugs}}, drug::varchar)
window begun as (partition by patient_key order by start_day, line_number)
