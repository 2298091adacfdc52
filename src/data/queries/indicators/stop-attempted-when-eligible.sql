-- question: who of those eligible to stop by the Observatory's rule has ever stopped in deep response
-- grain: one row per eligible patient; met is null when attempts are not recorded
-- order: none
select patient_key, diagnosis_year as year, treatment_free_attempts > 0 as met
from patient_fact
where eligible_observatory = 'yes'
