-- question: how does one condition on events answer for each patient: 0 not met, 1 met, 2 unknown
-- grain: one row per patient
-- order: patient_key, the order in which the verdicts are stored and read
select (case when verdict then 1 when not verdict then 0 else 2 end)::utinyint as verdict
from {{verdicts}}
