-- question: when did an adverse event first come on the first TKI, or the line or the life end before it
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
  select patient_key, min(onset_day) as event_day
  from adverse_event
  join observed using (patient_key, line_number)
  where position = 1
    and list_contains({{terms}}, term::varchar)
    and onset_day >= start_day
    and onset_day <= coalesce(end_day, last_contact_day)
  group by patient_key
),
course as (
  select
    drug,
    case when inclusion_day > start_day then inclusion_day - start_day end as entry,
    greatest(0, coalesce(event_day, end_day, last_contact_day) - start_day) as day,
    case
      when event_day is not null then 1
      when end_day is not null or vital_status = 'dead' then 2
      else 0
    end as cause
  from observed
  join cohort using (patient_key)
  left join first_event using (patient_key)
  where position = 1
)
select
  drug,
  entry::integer as entry,
  day::integer as day,
  cause::integer as cause,
  count(*)::integer as patients
from course
group by all
order by drug, entry, day, cause
