-- question: how does one rule answer for each patient: 0 not met, 1 met, 2 unknown
-- grain: one row per patient
-- order: patient_key, the order in which patient_fact is stored and read
with judged as (
  select {{rule}} as answer
  from {{facts}}
)
select (case when answer then 1 when not answer then 0 else 2 end)::utinyint as verdict
from judged
