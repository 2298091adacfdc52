-- question: after the first stop of a TKI, when was BCR::ABL1 above 0.1 % IS for the first time, or until when was it not
-- grain: one row per patient with a first treatment-free attempt; follow_up_days is null without a sample that tells, free_until_day without a restart
-- order: patient_key
create or replace table molecular_recurrence as
with stop as (
  select patient_key, stop_day, restart_day
  from treatment_free_attempt
  where attempt_number = 1
),
second_stop as (
  select patient_key, min(stop_day) as second_stop_day
  from treatment_free_attempt
  where attempt_number > 1
  group by patient_key
),
treated_again as (
  select patient_key, min(start_day) as next_line_day
  from tki_line
  join stop using (patient_key)
  where start_day > stop.stop_day
  group by patient_key
),
attempt as (
  -- A missing restart is "not known": the next TKI line and the next attempt are believed too.
  select patient_key, stop_day, least(restart_day, next_line_day, second_stop_day) as free_until_day
  from stop
  left join treated_again using (patient_key)
  left join second_stop using (patient_key)
),
reading as (
  select
    patient_key,
    molecular.day - stop_day as days_since_stop,
    detected and bcr_abl1_is_pct > {{mmr_percent}} as mmr_lost
  from attempt
  join molecular using (patient_key)
  where {{shows_mmr}}
    and molecular.day > stop_day
    and (free_until_day is null or molecular.day <= free_until_day)
),
follow_up as (
  select
    patient_key,
    min(days_since_stop) filter (where mmr_lost) as recurrence_days,
    max(days_since_stop) as last_sample_days
  from reading
  group by patient_key
),
exposure as (
  select
    patient_key,
    sum(greatest(least(end_day, attempt.stop_day) - start_day, 0)) as tki_days
  from attempt
  join tki_line using (patient_key)
  where start_day < attempt.stop_day
  group by patient_key
)
select
  patient_key,
  attempt.stop_day as stop_day,
  free_until_day,
  coalesce(recurrence_days, last_sample_days) as follow_up_days,
  recurrence_days is not null as event_observed,
  tki_days::double / {{days_per_year}} as tki_years_before_stop,
  attempt.stop_day < inclusion_day as stopped_before_inclusion
from attempt
join patient using (patient_key)
left join follow_up using (patient_key)
left join exposure using (patient_key)
order by patient_key
