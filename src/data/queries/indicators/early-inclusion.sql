-- question: who was included in the registry within half a year of the diagnosis
-- grain: one row per patient
-- order: none
select patient_key, diagnosis_year as year, inclusion_day <= {{early_inclusion_days}} as met
from patient
