-- question: of how many rows of each patient is each rule about, how many can be judged, and how many break it
-- grain: one row per patient with a row that a rule reads
-- order: none
create or replace temp table rule_patient as
with judged as (
  select patient_key, {{verdicts}}
  from {{rows}}
)
select patient_key, {{counts}}
from judged
group by patient_key
