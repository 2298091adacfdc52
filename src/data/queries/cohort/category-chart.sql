-- question: how many patients are at each level of {{name}}, in the cohort{{without}} and in all
-- grain: one row per level, also of those that nobody is at, and one for those in whom it is not known
-- order: that of the levels, not known last
with {{charted}},
level as (
  {{levels}}
),
counted as (
  select patient_fact.{{fact}} as level, count(charted.patient_key) as in_cohort, count(*) as patients
  from patient_fact
  left join charted using (patient_key)
  group by patient_fact.{{fact}}
)
select
  level.level as {{fact}},
  coalesce(in_cohort, 0) as in_cohort,
  coalesce(patients, 0) as patients
from level
left join counted on counted.level is not distinct from level.level
order by place nulls last
