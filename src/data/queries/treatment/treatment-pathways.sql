-- question: from which line of TKI did patients go to which next one, or to which end, and why
-- grain: one row per rank of the line, drug, reason of its end (null: goes on, or not recorded) and what followed
-- order: line, drug_from, drug_to, reason
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
line as (
  select
    patient_key,
    position,
    drug,
    stop_day,
    stop_reason,
    lead(drug) over (partition by patient_key order by position) as next_drug
  from {{tki}}
),
followed as (
  select
    patient_key,
    position,
    drug,
    stop_reason,
    case
      when next_drug is not null then next_drug
      when stop_reason = 'death' or (stop_day is null and vital_status::varchar = 'dead') then 'dead'
      when stop_day is null then 'on_line'
      when stop_reason = 'treatment_free_remission' then 'treatment_free'
      else 'stopped'
    end as following
  from line
  join cohort using (patient_key)
  join patient using (patient_key)
  where position < {{lines}}
)
select
  {{patient}}position::integer as line,
  drug as drug_from,
  following as drug_to,
  stop_reason as reason,
  count(*)::integer as patients
from followed
group by {{patient}}position, drug, stop_reason, following
order by line, drug_from, drug_to, reason
