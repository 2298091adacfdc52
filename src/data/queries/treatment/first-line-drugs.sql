-- question: which TKI was given first, in which year, and was it a generic
-- grain: one row per year, drug and whether a generic was dispensed; null: not recorded
-- order: year, drug, generic
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
)
select
  {{patient}}start_year::integer as year,
  drug,
  generic,
  count(*)::integer as patients
from {{tki}} as line
join cohort using (patient_key)
where position = 1
group by {{patient}}start_year, drug, generic
order by year, drug, generic
