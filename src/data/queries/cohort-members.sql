-- question: which patients are in a cohort
-- grain: one row per patient
-- order: patient_key
select patient_key
from {{facts}}
where {{cohort}}
order by patient_key
