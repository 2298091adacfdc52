-- question: for how many days was each TKI taken under observation, and by how many patients
-- grain: one row per drug
-- order: drug
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
observed as (
  {{observed}}
)
select
  {{patient}}drug,
  sum(until_day - from_day)::double as days,
  {{patients}}::integer as patients
from observed
join cohort using (patient_key)
where until_day > from_day
group by {{patient}}drug
order by drug
