-- question: how long did the patients of the cohort wait for the next sample, by what they were in when the wait began
-- grain: one row per phase, length and end of a wait
-- order: phase, day, cause
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
interval as (
  {{intervals}}
)
select {{patient}}phase, days::integer as day, cause::integer as cause, count(*)::integer as waits
from interval
join cohort using (patient_key)
group by {{patient}}phase, days, cause
order by phase::varchar, day, cause
