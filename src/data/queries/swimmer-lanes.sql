-- question: how did some patients of the cohort go on after their first stop of a TKI
-- grain: one row per patient and day with a test that tells of MMR, of at most {{most}} patients; one row without a day for a patient without such a test
-- order: lane, day; lanes are in no order of the patients
with cohort as materialized (
  select patient_key, coalesce(list_contains({{atypical_transcripts}}, transcript), false) as atypical
  from {{facts}}
  where {{cohort}}
),
stop as (
  select
    cohort.patient_key as patient_key,
    atypical,
    first.stop_day as stop_day,
    first.restart_day as restart_day,
    patient.last_contact_day as last_contact_day,
    (
      select min(stop_day) from treatment_free_attempt as next
      where next.patient_key = cohort.patient_key and next.attempt_number > 1
    ) as next_stop_day,
    (
      select min(start_day) from treatment_line as line
      where line.patient_key = cohort.patient_key
        and line.start_day > first.stop_day
        and list_contains({{tki_drugs}}, line.drug::varchar)
    ) as next_line_day
  from cohort
  join treatment_free_attempt as first on first.patient_key = cohort.patient_key and first.attempt_number = 1
  join patient on patient.patient_key = cohort.patient_key
),
course as (
  select
    patient_key,
    atypical,
    stop_day,
    least(last_contact_day, next_stop_day) - stop_day as end_day,
    least(restart_day, next_line_day, next_stop_day) - stop_day as restart_day
  from stop
),
eligible as materialized (
  select * from course where end_day > 0
),
drawn as materialized (
  -- By a fixed mixing of the key: neither the first of the files nor others at the next look.
  select
    *,
    (select count(*) from eligible)::integer as eligible,
    row_number() over (order by (patient_key::bigint * 2654435761) % 4294967296, patient_key)::integer as lane
  from eligible
  qualify lane <= {{most}}
),
test as (
  select
    patient_key,
    molecular.day - stop_day as day,
    max(
      case
        when detected and bcr_abl1_is_pct > {{mmr_percent}} then 2
        when not atypical and {{class_rank}} >= {{deep_rank}} then 0
        else 1
      end
    )::integer as state
  from drawn
  join molecular using (patient_key)
  where {{shows_mmr}} and molecular.day > stop_day and molecular.day - stop_day <= end_day
  group by patient_key, molecular.day, stop_day
)
select
  lane,
  eligible,
  end_day,
  case when restart_day <= end_day then restart_day end as restart_day,
  day,
  state
from drawn
left join test using (patient_key)
order by lane, day
