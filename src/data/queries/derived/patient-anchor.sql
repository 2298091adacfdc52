-- question: on which day, counted from diagnosis, did each event happen of which a patient has at most one
-- grain: one row per patient; a day is null when the event did not happen or is not known
-- order: patient_key
create or replace table patient_anchor as
with progressed as (
  select patient_key, min(day) as progression
  from phase_event
  where event::varchar in ('AP', 'BP')
  group by patient_key
),
first_tki as (
  select patient_key, start_day as first_tki
  from tki_line
  where position = 1
)
select
  patient_key,
  0 as diagnosis,
  inclusion_day as inclusion,
  first_tki,
  first_mmr_day as first_mmr,
  first_mr4_day as first_mr4,
  first_mr4_5_day as first_mr4_5,
  first_mr5_day as first_mr5,
  progression,
  case when event_observed then (stop_day + follow_up_days)::integer end as molecular_recurrence,
  last_contact_day as last_contact,
  case when vital_status::varchar = 'dead' then last_contact_day end as death
from patient
left join first_tki using (patient_key)
left join patient_response using (patient_key)
left join progressed using (patient_key)
left join molecular_recurrence using (patient_key)
order by patient_key
