-- question: how long did patients stay on their first TKI, and why did they leave it
-- grain: one row per drug, entry, day and cause; entry is null where the patient was included by the start of the drug
-- order: drug, entry, day, cause
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
course as (
  select
    drug,
    case when inclusion_day > start_day then inclusion_day - start_day end as entry,
    greatest(0, coalesce(end_day, last_contact_day) - start_day) as day,
    case
      when end_day is null and vital_status::varchar <> 'dead' then 0
      when end_day is null then {{death}}
      else {{cause}}
    end as cause
  from {{tki}} as line
  join cohort using (patient_key)
  join patient using (patient_key)
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
