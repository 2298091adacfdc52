-- question: what do the rows of one linked table answer to one condition
-- grain: one row per patient; verdict is true for met, false for not met, null where it is not known
-- order: patient_key
insert into {{name}}
with anchor as (
  {{anchor}}
),
claimed as (
  select event.patient_key, event.{{day}} as day, {{claim}} as claim
  from {{table}} as event{{joins}}
  where event.{{day}} is not null and {{in_window}} and {{among}}
),
counted as (
  select patient_key, count(*) as placed_rows{{counts}}
  from claimed
  group by patient_key
)
select
  patient_anchor.patient_key,
  case
    when not (select present from extract_table where name = {{table_name}}) then null
    when zero is null then null
    when placed_rows is null then {{if_none}}
    else {{verdict}}
  end as verdict
from patient_anchor
left join anchor using (patient_key)
left join counted using (patient_key)
order by patient_anchor.patient_key
