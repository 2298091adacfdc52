-- question: what do the rules of eligibility read of each patient on the day of the decision, beside the samples
-- grain: one row per patient; null is "not known"
-- order: none
create or replace temp table stop_history as
with begun as (
  select
    patient_key,
    drug,
    stop_reason,
    end_day is not null and end_day <= decision_day as ended,
    position < count(*) over (partition by patient_key) as earlier,
    greatest(least(end_day, decision_day) - start_day, 0) as days
  from tki_line
  join decision using (patient_key)
  where start_day <= decision_day
),
course as (
  select
    patient_key,
    count(*) as tki_lines,
    sum(days) as tki_days,
    bool_and(list_contains({{second_generation_drugs}}, drug)) as second_generation_only,
    bool_or(earlier and stop_reason <> 'intolerance') as earlier_other_reason,
    bool_or(earlier and stop_reason is null) as earlier_unknown_reason,
    bool_or(ended and stop_reason in ('resistance', 'progression')) as resistance,
    bool_or(ended and stop_reason is null) as ended_unknown_reason
  from begun
  group by patient_key
),
transplant as (
  select distinct patient_key
  from treatment_line
  join decision using (patient_key)
  where drug::varchar = 'allogeneic_transplant' and start_day <= decision_day
),
progression as (
  select distinct patient_key
  from phase_event
  join decision using (patient_key)
  where event::varchar in ('AP', 'BP') and day <= decision_day
)
select
  patient_key,
  decision_day,
  age_at_diagnosis_years + decision_day / {{days_per_year}} as age_years,
  case when {{has_phase_events}} then progression.patient_key is not null end as progressed,
  coalesce(tki_lines, 0) as tki_lines,
  coalesce(tki_days, 0) / {{days_per_year}} as tki_years,
  coalesce(second_generation_only, false) as second_generation_only,
  case
    when earlier_other_reason then false
    when earlier_unknown_reason then null
    else true
  end as earlier_lines_not_tolerated,
  case
    when resistance then true
    when ended_unknown_reason then null
    else false
  end as resistance,
  transplant.patient_key is not null as transplanted
from decision
join patient using (patient_key)
left join course using (patient_key)
left join transplant using (patient_key)
left join progression using (patient_key)
