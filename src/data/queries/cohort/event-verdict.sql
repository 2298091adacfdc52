-- question: what do the rows of one linked table answer to one condition
-- grain: one row per patient; verdict is true for met, false for not met, null where it is not known
-- order: patient_key, as the grouping by a small whole number gives it; ready-cohort.ts looks whether it did
insert into {{name}}
with anchor as {{anchor_kept}} (
  {{anchor}}
),{{extreme}}
judged as not materialized (
  select event.patient_key, event.{{day}} as day, {{claim}} as claim
  from {{table}} as event{{joins}}
  where {{counted_rows}}
),
claimed as not materialized (
  -- How far a row is as claimed: 2 it is, 1 it may be, 0 it is not.
  select
    patient_key,
    day,
    case when claim then 2::tinyint when claim is null then 1::tinyint else 0::tinyint end as claim
  from judged
  union all
  -- One row more for each patient: none is missing from the groups; -1 for those without the day to count from.
  select patient_key, null, case when zero is null then -1::tinyint end
  from anchor
),
counted as (
  select patient_key, {{counts}}
  from claimed
  group by patient_key
)
select
  patient_key,
  case
    when not (select present from extract_table where name = {{table_name}}) then null
    when {{told}} = -1 then null
    when {{told}} is null then {{if_none}}
    else {{verdict}}
  end as verdict
from counted
