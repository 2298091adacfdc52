-- question: what does each evaluable sample of these patients read, and when since the start of the first TKI
-- grain: one row per sample that has a class, of patients without an atypical transcript; percent is 0 when no transcript was detected, months is null without a TKI
-- order: none
create or replace temp table molecular_reading as
with classed as (
  select
    patient_key,
    day,
    case when detected then bcr_abl1_is_pct else 0 end as percent,
    {{response_rank}} as response_rank
  from molecular
  where patient_key >= {{from_key}} and patient_key < {{to_key}}
),
atypical as (
  select patient_key
  from diagnosis
  where list_contains({{atypical_transcripts}}, transcript::varchar)
),
clock as (
  select patient_key, decision_day, first_tki_day
  from decision
  left join (select patient_key, start_day as first_tki_day from tki_line where position = 1) using (patient_key)
  where patient_key >= {{from_key}} and patient_key < {{to_key}}
)
select
  patient_key,
  day,
  (day - first_tki_day) / {{days_per_month}} as months,
  day <= decision_day as before_decision,
  percent,
  response_rank
from classed
anti join atypical using (patient_key)
left join clock using (patient_key)
where response_rank is not null
