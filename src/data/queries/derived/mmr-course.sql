-- question: on treatment, was MMR reached and kept, and what do the rules of "any time" find
-- grain: one row per patient with an evaluable sample between the first TKI and the decision
-- order: none
insert into mmr_course
with treated as (
  select patient_key, day, months, percent
  from molecular_reading
  where months >= 0 and before_decision
),
summarised as (
  select
    patient_key,
    min(day) filter (where percent <= {{mmr_percent}}) as first_mmr_day,
    max(day) as last_day,
    max(percent) filter (where months >= {{any_time_from_month}}) as worst_percent_late
  from treated
  group by patient_key
),
lost as (
  select patient_key, first_mmr_day, max(percent) as worst_percent_lost
  from treated
  join summarised using (patient_key)
  where day > first_mmr_day and percent > {{mmr_percent}}
  group by patient_key, first_mmr_day
),
test as (
  select patient_key, day, max(percent) as percent
  from treated
  join lost using (patient_key)
  where day > first_mmr_day
  group by patient_key, day
),
paired as (
  select
    patient_key,
    percent,
    lag(percent) over (partition by patient_key order by day) as percent_before
  from test
),
confirmed as (
  select distinct patient_key
  from paired
  where percent > {{mmr_percent}}
    and percent_before > {{mmr_percent}}
    and greatest(percent, percent_before) >= {{confirmed_one_at_least}}
)
select
  patient_key,
  case
    when first_mmr_day is null then 'never_reached'
    when confirmed.patient_key is not null then 'lost_confirmed'
    when worst_percent_lost is not null then 'lost'
    else 'kept'
  end as course,
  case
    when worst_percent_late is null and (first_mmr_day is null or first_mmr_day = last_day) then null
    when greatest(worst_percent_late, worst_percent_lost) > {{failure_above_percent}} then 'failure'
    when greatest(worst_percent_late, worst_percent_lost) > {{optimal_to_percent}} then 'warning'
    else 'optimal'
  end as any_time
from summarised
left join lost using (patient_key, first_mmr_day)
left join confirmed using (patient_key)
