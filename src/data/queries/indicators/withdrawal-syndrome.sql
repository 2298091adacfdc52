-- question: after which stops was there a withdrawal syndrome
-- grain: one row per stop
-- order: none
select patient_key, {{year_of_stop}} as year, withdrawal_syndrome as met
from treatment_free_attempt
join patient using (patient_key)
