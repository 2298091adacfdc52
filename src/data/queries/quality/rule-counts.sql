-- question: how many rows and patients does each rule judge, and how many break it: in all, by centre, by year of diagnosis
-- grain: one row per rule with rows, and one per centre and per year of diagnosis that has some
-- order: none
with pattern as (
  select
    part,
    verdict,
    case when grouping(centre_id) = 0 then 'centre' when grouping(diagnosis_year) = 0 then 'year' else 'all' end as split,
    coalesce(centre_id, diagnosis_year::varchar) as level,
    sum(rows) as rows,
    sum(patients) as patients
  from rule_tally
  group by grouping sets ((part, verdict), (part, verdict, centre_id), (part, verdict, diagnosis_year))
),
digit as (
  select rule, split, level, rows, patients, (verdict >> shift) & 7 as verdict
  from pattern
  join rule_place using (part)
)
select
  rule,
  split,
  level,
  coalesce(sum(rows) filter (where (verdict & 1) > 0), 0)::double as rows,
  coalesce(sum(rows) filter (where (verdict & 2) > 0), 0)::double as judged,
  coalesce(sum(rows) filter (where (verdict & 4) > 0), 0)::double as broken,
  coalesce(sum(patients) filter (where (verdict & 2) > 0), 0)::double as patients,
  coalesce(sum(patients) filter (where (verdict & 4) > 0), 0)::double as touched
from digit
group by rule, split, level
