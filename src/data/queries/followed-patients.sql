-- question: which patients of a cohort are followed for an endpoint
-- grain: one row per patient
-- order: patient_key
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
)
select patient_key
from cohort
join {{exits}} using (patient_key)
where reason is null
order by patient_key
