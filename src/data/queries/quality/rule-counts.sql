-- question: how many rows and patients does each rule judge, and how many break it: in all, by centre, by year of diagnosis
-- grain: one row per rule with rows, and one per centre and per year of diagnosis that has some
-- order: none
with cell as (
  select part, centre_id, diagnosis_year, verdict, sum(rows) as rows, 0 as patients
  from rule_verdict
  join patient using (patient_key)
  group by part, centre_id, diagnosis_year, verdict
  union all
  select part, centre_id, diagnosis_year, verdict, 0 as rows, count(*) as patients
  from (select part, patient_key, bit_or(verdict) as verdict from rule_verdict group by part, patient_key)
  join patient using (patient_key)
  group by part, centre_id, diagnosis_year, verdict
),
digit as (
  select rule, centre_id, diagnosis_year, rows, patients, (verdict >> shift) & 7 as verdict
  from cell
  join rule_place using (part)
)
select
  rule,
  case when grouping(centre_id) = 0 then 'centre' when grouping(diagnosis_year) = 0 then 'year' else 'all' end as split,
  coalesce(centre_id, diagnosis_year::varchar) as level,
  coalesce(sum(rows) filter (where (verdict & 1) > 0), 0)::double as rows,
  coalesce(sum(rows) filter (where (verdict & 2) > 0), 0)::double as judged,
  coalesce(sum(rows) filter (where (verdict & 4) > 0), 0)::double as broken,
  coalesce(sum(patients) filter (where (verdict & 2) > 0), 0)::double as patients,
  coalesce(sum(patients) filter (where (verdict & 4) > 0), 0)::double as touched
from digit
group by grouping sets ((rule), (rule, centre_id), (rule, diagnosis_year))
