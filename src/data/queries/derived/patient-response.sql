-- question: what do the samples of each patient say together: milestones, deepest class, first day of each depth, deep run
-- grain: one row per patient with an evaluable sample; ranks are places in the list of classes, deeper is larger
-- order: none
insert into patient_response
with shallow as (
  select patient_key, max(day) as last_shallow_day
  from molecular_reading
  where response_rank < {{mr4_rank}}
  group by patient_key
),
summarised as (
  select
    patient_key,
    count(*) as samples,
    max(response_rank) filter (where months >= 0) as best_rank,
    min(day) filter (where months >= 0 and response_rank >= {{mmr_rank}}) as first_mmr_day,
    min(day) filter (where months >= 0 and response_rank >= {{mr4_rank}}) as first_mr4_day,
    min(day) filter (where months >= 0 and response_rank >= {{mr4_5_rank}}) as first_mr4_5_day,
    min(day) filter (where months >= 0 and response_rank >= {{mr5_rank}}) as first_mr5_day,
    max(day) as last_day,
    min(day) filter (where last_shallow_day is null or day > last_shallow_day) as deep_from_day
  from molecular_reading
  left join shallow using (patient_key)
  group by patient_key
),
placed as (
  select patient_key, months, percent, response_rank, {{milestone_month}} as month
  from molecular_reading
),
milestone as (
  select
    patient_key,
    month,
    arg_min(
      {percent: percent, response_rank: response_rank},
      {nearness: abs(months - month), months: months, depth: -percent, sensitivity: -response_rank}
    ) as reading
  from placed
  where month is not null
  group by patient_key, month
),
assessed as (
  select
    patient_key,
    max(reading.response_rank) filter (where month = 3) as rank_3m,
    max(reading.response_rank) filter (where month = 6) as rank_6m,
    max(reading.response_rank) filter (where month = 12) as rank_12m,
    max(reading.percent) filter (where month = 3) as percent_3m,
    max(reading.percent) filter (where month = 6) as percent_6m,
    max(reading.percent) filter (where month = 12) as percent_12m
  from milestone
  group by patient_key
)
select
  patient_key,
  samples,
  best_rank,
  first_mmr_day,
  first_mr4_day,
  first_mr4_5_day,
  first_mr5_day,
  coalesce(last_day - deep_from_day, 0) as deep_days,
  rank_3m,
  rank_6m,
  rank_12m,
  percent_3m,
  percent_6m,
  percent_12m
from summarised
left join assessed using (patient_key)
