-- question: what is one fact of each patient
-- grain: one row per patient
-- order: patient_key, the order in which patient_fact is stored and read
select {{cell}} as cell
from patient_fact
