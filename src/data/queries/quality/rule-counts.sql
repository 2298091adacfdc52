-- question: how many rows and patients does each rule judge, and how many break it, by centre and year of diagnosis
-- grain: one row per centre and year of diagnosis with a patient
-- order: none
select centre_id as centre, diagnosis_year as year, {{sums}}
from rule_patient
join patient using (patient_key)
group by centre_id, diagnosis_year
