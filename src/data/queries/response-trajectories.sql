-- question: which samples do some patients of the cohort have since an origin
-- grain: one row per sample that says something, of at most {{most}} patients on a curve; those of no known group are absent
-- order: patient_key, day
with cohort as materialized (
  select patient_key, (list_position({{levels}}, {{level}}) - 1)::integer as level_index
  from {{facts}}
  where {{cohort}}
),
eligible as (
  select patient_key, level_index
  from {{patients}}
  join cohort using (patient_key)
  where reason = {{drawn}} and level_index is not null
),
chosen as materialized (
  -- By a fixed mixing of the key: neither the first of the files nor others at the next look.
  select patient_key, level_index, (select count(*) from eligible)::integer as eligible
  from eligible
  order by (patient_key::bigint * 2654435761) % 4294967296, patient_key
  limit {{most}}
),
origin as (
  {{origin}}
)
select
  patient_key,
  eligible,
  level_index,
  (day - origin_day) / {{days_per_month}} as month,
  {{ceiling_percent}} as percent,
  detected::integer as detected
from molecular
join chosen using (patient_key)
join origin using (patient_key)
where {{ceiling_percent}} > 0 and day - origin_day >= {{first_day}}
order by patient_key, day, detected
