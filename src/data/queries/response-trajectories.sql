-- question: which samples do these patients have since an origin
-- grain: one row per sample that says something
-- order: patient_key, day
with origin as (
  {{origin}}
),
sample as materialized (
  -- Of these patients before anything else is asked: a scan reads their blocks only.
  select patient_key, day, {{ceiling_percent}} as percent, detected
  from molecular
  where {{of_patients}}
)
select
  patient_key,
  (day - origin_day) / {{days_per_month}} as month,
  percent,
  detected::integer as detected
from sample
join origin using (patient_key)
where percent > 0 and day - origin_day >= {{first_day}}
order by patient_key, day, detected
