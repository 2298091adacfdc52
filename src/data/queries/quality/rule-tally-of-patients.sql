-- question: how many patients have which verdicts of the rules about rows of which each patient has one
-- grain: one row per centre, year of diagnosis and pattern of verdicts
-- order: none
insert into rule_tally
with judged as (
  select p.centre_id, p.diagnosis_year, {{verdict}} as verdict
  from {{rows}}
)
select {{part}} as part, centre_id, diagnosis_year, verdict, count(*) as rows, count(*) as patients
from judged
group by centre_id, diagnosis_year, verdict
