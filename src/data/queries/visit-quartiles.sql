-- question: how deep is the response at each planned visit, in this cohort
-- grain: one row per visit window with at least one sample
-- order: month
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
ranked as (
  select month, log10_is, coalesce(log10_is, {{undetected}}) as rank_value
  from visit_value
  join cohort using (patient_key)
),
summarised as (
  select
    month,
    count(*) as patients,
    count(*) - count(log10_is) as undetected,
    quantile_cont(rank_value, [0.25, 0.5, 0.75]) as quartiles
  from ranked
  group by month
)
select
  month,
  patients::integer as patients,
  undetected::integer as undetected,
  quartiles[1] as lower_quartile,
  quartiles[2] as median,
  quartiles[3] as upper_quartile
from summarised
order by month
