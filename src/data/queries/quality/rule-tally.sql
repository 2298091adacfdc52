-- question: how many rows have which verdicts of the rules that are about such rows, and how many patients those of all their rows together
-- grain: one row per centre, year of diagnosis and pattern of verdicts
-- order: none
insert into rule_tally
with judged as (
  select patient_key, p.centre_id, p.diagnosis_year, {{verdict}} as verdict
  from {{rows}}
),
counted as (
  -- Both from one reading of the rows: of a patient and of a verdict, the other is null.
  select patient_key, centre_id, diagnosis_year, verdict, bit_or(verdict) as together, count(*) as rows
  from judged
  group by grouping sets ((patient_key), (centre_id, diagnosis_year, verdict))
),
placed as (
  select centre_id, diagnosis_year, verdict, rows, 0 as patients
  from counted
  where patient_key is null
  union all
  select patient.centre_id, patient.diagnosis_year, together, 0, 1
  from counted
  join patient using (patient_key)
)
select {{part}} as part, centre_id, diagnosis_year, verdict, sum(rows) as rows, sum(patients) as patients
from placed
group by centre_id, diagnosis_year, verdict
