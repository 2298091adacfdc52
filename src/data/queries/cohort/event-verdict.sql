-- question: what do the rows of one linked table answer to one condition
-- grain: one row per patient; verdict is true for met, false for not met, null where it is not known
-- order: patient_key, as the grouping by a small whole number gives it; ready-cohort.ts looks whether it did
insert into {{name}}
with anchor as {{anchor_kept}} (
  {{anchor}}
),{{extreme}}
claimed as not materialized (
  select event.patient_key, event.{{day}} as day, {{claim}} as claim, false as unanchored
  from {{table}} as event{{joins}}
  where {{counted_rows}}
  union all
  -- One row more for each patient: none is missing from the groups.
  select patient_key, null, null, zero is null
  from anchor
),
counted as (
  select patient_key, count(day) as placed_rows{{counts}}
  from claimed
  group by patient_key
)
select
  patient_key,
  case
    when not (select present from extract_table where name = {{table_name}}) then null
    when {{unanchored}} then null
    when placed_rows = 0 then {{if_none}}
    else {{verdict}}
  end as verdict
from counted
