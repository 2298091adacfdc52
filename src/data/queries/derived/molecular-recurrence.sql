-- question: after the first stop of a TKI, when was BCR::ABL1 above 0.1 % IS for the first time, or until when was it not
-- grain: one row per patient with a first treatment-free attempt; follow_up_days is null without a sample after the stop
-- order: patient_key
create table molecular_recurrence as
with attempt as (
  select patient_key, stop_day, restart_day
  from treatment_free_attempt
  where attempt_number = 1
),
reading as (
  select
    patient_key,
    molecular.day - stop_day as days_since_stop,
    detected and bcr_abl1_is_pct > {{mmr_percent}} as mmr_lost
  from attempt
  join molecular using (patient_key)
  where {{evaluable}}
    and molecular.day > stop_day
    and (restart_day is null or molecular.day <= restart_day)
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
    sum(greatest(least(coalesce(line.stop_day, attempt.stop_day), attempt.stop_day) - line.start_day, 0)) as tki_days
  from attempt
  join treatment_line as line using (patient_key)
  where list_contains({{tki_drugs}}, line.drug::varchar) and line.start_day < attempt.stop_day
  group by patient_key
)
select
  patient_key,
  coalesce(recurrence_days, last_sample_days) as follow_up_days,
  recurrence_days is not null as event_observed,
  tki_days::double / {{days_per_year}} as tki_years_before_stop
from attempt
left join follow_up using (patient_key)
left join exposure using (patient_key)
order by patient_key
