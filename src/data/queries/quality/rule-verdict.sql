-- question: how does each row of a patient stand with each of the rules that are about such rows
-- grain: one row per patient and pattern of verdicts
-- order: none
insert into rule_verdict
select {{part}} as part, patient_key, {{verdict}} as verdict, count(*) as rows
from {{rows}}
group by patient_key, verdict
