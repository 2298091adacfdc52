-- question: which patients of a cohort are in which group
-- grain: one row per patient
-- order: patient_key
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
)
select patient_key, patient_id, {{level}} as level
from cohort
left join (select patient_key, tki_years_before_stop from molecular_recurrence) using (patient_key)
join (select patient_key, patient_id from patient) using (patient_key)
order by patient_key
