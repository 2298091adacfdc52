-- question: for how long were patients followed on their first TKI, and what ended that time
-- grain: one row per drug, entry, day and cause; entry is null where the patient was included by the start of the drug
-- order: drug, entry, day, cause
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
observed as (
  {{observed}}
),
first_event as (
  {{first_event}}
),
course as (
  select
    patient_key,
    drug,
    case when inclusion_day > start_day then inclusion_day - start_day end as entry,
    greatest(0, coalesce(event_day, end_day, last_contact_day) - start_day) as day,
    {{cause}} as cause
  from observed
  join cohort using (patient_key)
  left join first_event using (patient_key)
  where position = 1
)
select
  {{patient}}drug,
  entry::integer as entry,
  day::integer as day,
  cause::integer as cause,
  count(*)::integer as patients
from course
group by all
order by drug, entry, day, cause
