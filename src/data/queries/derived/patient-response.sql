-- question: what do the samples of each patient say together: milestones, deepest class, first day of each depth, deep runs
-- grain: one row per patient with an evaluable sample; ranks are places in the list of classes, deeper is larger
-- order: none
insert into patient_response
with shallow as (
  select
    patient_key,
    max(day) filter (where response_rank < {{mr4_rank}}) as last_shallow_day,
    max(day) filter (where response_rank < {{mr4_rank}} and before_decision) as shallow_mr4_day,
    max(day) filter (where before_decision) as shallow_mr4_5_day
  from molecular_reading
  where response_rank < {{mr4_5_rank}}
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
    min(day) filter (where last_shallow_day is null or day > last_shallow_day) as deep_from_day,
    max(day) filter (where before_decision) as decided_day,
    min(day) filter (where before_decision and (shallow_mr4_day is null or day > shallow_mr4_day)) as mr4_from_day,
    min(day) filter (where before_decision and (shallow_mr4_5_day is null or day > shallow_mr4_5_day)) as mr4_5_from_day
  from molecular_reading
  left join shallow using (patient_key)
  group by patient_key
),
baseline as (
  select
    patient_key,
    arg_min(
      {percent: percent, day: day},
      {nearness: abs(months), months: months, depth: -percent}
    ) as reading
  from molecular_reading
  where percent > 0 and months >= {{baseline_from_month}} and months <= {{baseline_to_month}}
  group by patient_key
),
placed as (
  select patient_key, day, months, percent, response_rank, {{milestone_month}} as month
  from molecular_reading
),
milestone as (
  select
    patient_key,
    month,
    arg_min(
      {day: day, percent: percent, response_rank: response_rank},
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
    max(reading.day) filter (where month = 3) as day_3m,
    max(reading.day) filter (where month = 6) as day_6m,
    max(reading.percent) filter (where month = 3) as percent_3m,
    max(reading.percent) filter (where month = 6) as percent_6m,
    max(reading.percent) filter (where month = 12) as percent_12m
  from milestone
  group by patient_key
),
confirming as (
  select
    patient_key,
    arg_min(percent, {day: day, depth: -percent}) as confirming_percent_3m
  from molecular_reading
  join (select patient_key, day_3m from assessed where percent_3m > {{confirm_above_percent}}) using (patient_key)
  where (day - day_3m) / {{days_per_month}} >= {{confirm_from_months}}
    and (day - day_3m) / {{days_per_month}} <= {{confirm_to_months}}
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
  case when decided_day is not null then coalesce(decided_day - mr4_from_day, 0) end as decision_mr4_days,
  case when decided_day is not null then coalesce(decided_day - mr4_5_from_day, 0) end as decision_mr4_5_days,
  rank_3m,
  rank_6m,
  rank_12m,
  percent_3m,
  percent_6m,
  percent_12m,
  confirming_percent_3m,
  baseline.reading.percent as baseline_percent,
  day_3m - baseline.reading.day as days_to_3m,
  day_3m as sample_3m_day,
  day_6m as sample_6m_day,
  last_day as last_sample_day
from summarised
left join assessed using (patient_key)
left join confirming using (patient_key)
left join baseline using (patient_key)
