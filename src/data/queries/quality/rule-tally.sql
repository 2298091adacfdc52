-- question: how many rows have which verdicts of the rules that are about such rows, and how many patients those of all their rows together
-- grain: one row per centre, year of diagnosis and pattern of verdicts
-- order: none
insert into rule_tally
with judged as materialized (
  select patient_key, {{verdict}} as verdict, count(*) as rows
  from {{rows}}
  group by patient_key, verdict
),
counted as (
  select patient_key, verdict, rows, 0 as patients
  from judged
  union all
  select patient_key, bit_or(verdict) as verdict, 0 as rows, 1 as patients
  from judged
  group by patient_key
)
select {{part}} as part, centre_id, diagnosis_year, verdict, sum(rows) as rows, sum(patients) as patients
from counted
join patient using (patient_key)
group by centre_id, diagnosis_year, verdict
