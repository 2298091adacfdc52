-- question: how many patients of the cohort waited for a sample, by what they were in when the wait began
-- grain: one row per phase
-- order: phase
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
interval as (
  {{intervals}}
)
select phase, count(distinct patient_key)::integer as patients
from interval
join cohort using (patient_key)
group by phase
order by phase::varchar
