-- question: on which day is it asked of each patient whether the TKI may be stopped
-- grain: one row per patient; the earliest recorded stop, or the last contact without one
-- order: none
create or replace temp table decision as
with stopped as (
  select patient_key, min(stop_day) as first_stop_day
  from treatment_free_attempt
  group by patient_key
)
select patient_key, coalesce(first_stop_day, last_contact_day) as decision_day
from patient
left join stopped using (patient_key)
