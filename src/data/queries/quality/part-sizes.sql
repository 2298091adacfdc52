-- question: how many patients does each centre have in each year of diagnosis
-- grain: one row per centre and year of diagnosis with a patient
-- order: none
select centre_id as centre, diagnosis_year as year, count(*)::integer as patients
from patient
group by centre_id, diagnosis_year
