-- question: what can a cohort or a grouping ask of each patient; null is "not known"
-- grain: one row per patient
-- order: patient_key
create or replace table patient_fact as
with first_line as (
  select
    patient_key,
    coalesce(
      arg_min(drug::varchar, line_number) filter (where drug::varchar <> 'hydroxycarbamide'),
      'hydroxycarbamide'
    ) as first_line_drug
  from treatment_line
  group by patient_key
),
treated as (
  select
    patient_key,
    arg_min(drug, position) as first_tki,
    arg_max(drug, position) as last_tki,
    bool_or(start_day <= last_contact_day and (stop_day is null or stop_day >= last_contact_day)) as on_tki,
    count(*) as tki_lines,
    sum(greatest(least(end_day, last_contact_day) - start_day, 0)) as tki_days
  from tki_line
  join patient using (patient_key)
  group by patient_key
),
progressed as (
  select distinct patient_key
  from phase_event
  where event::varchar in ('AP', 'BP')
),
attempted as (
  select patient_key, count(*) as attempts
  from treatment_free_attempt
  group by patient_key
),
visited as (
  select distinct patient_key
  from visit_value
),
described as (
  select
    patient.*,
    diagnosis.* exclude (patient_key),
    coalesce(list_contains({{atypical_transcripts}}, transcript::varchar), false) as atypical,
    {{elts_score}} as elts_score,
    {{sokal_score}} as sokal_score,
    {{euro_score}} as euro_score,
    {{eutos_score}} as eutos_score
  from patient
  left join diagnosis using (patient_key)
)
select
  patient_key,
  sex::varchar as sex,
  age_at_diagnosis_years as age,
  vital_status::varchar as vital_status,
  death_cause::varchar as death_cause,
  phase::varchar as phase,
  phase_classification::varchar as phase_classification,
  transcript::varchar as transcript,
  case when high_risk_aca then 'yes' when not high_risk_aca then 'no' end as high_risk_aca,
  charlson_index,
  spleen_cm,
  platelets_g_l,
  leukocytes_g_l,
  haemoglobin_g_l,
  blasts_pct,
  eosinophils_pct,
  basophils_pct,
  {{elts_group}} as elts,
  {{sokal_group}} as sokal,
  {{euro_group}} as euro,
  {{eutos_group}} as eutos,
  elts_score,
  sokal_score,
  euro_score,
  eutos_score,
  first_line_drug,
  first_tki,
  last_tki,
  case when on_tki then 'yes' else 'no' end as on_tki,
  coalesce(tki_lines, 0)::integer as tki_lines,
  coalesce(tki_days, 0)::double / {{days_per_year}} as tki_years,
  {{response_classes}}[rank_3m + 1] as response_3m,
  {{response_classes}}[rank_6m + 1] as response_6m,
  {{response_classes}}[rank_12m + 1] as response_12m,
  {{eln2020_3m}} as eln2020_3m,
  {{eln2020_6m}} as eln2020_6m,
  {{eln2020_12m}} as eln2020_12m,
  {{response_classes}}[best_rank + 1] as best_response,
  case when not atypical then deep_days / {{days_per_month}} end as deep_response_months,
  case when not atypical then coalesce(samples, 0) end as evaluable_samples,
  case
    when not {{has_phase_events}} then null
    when progressed.patient_key is null then 'no'
    else 'yes'
  end as progression,
  case
    when tki_years < {{stop_tki_years}} or deep_response_months < {{stop_deep_months}} then 'no'
    when tki_years >= {{stop_tki_years}} and deep_response_months >= {{stop_deep_months}} then 'yes'
  end as stop_criteria,
  case when {{has_attempts}} then coalesce(attempts, 0)::integer end as treatment_free_attempts,
  case when event_observed then 'yes' when follow_up_days is not null then 'no' end as lost_mmr_after_stop,
  diagnosis_year,
  inclusion_day,
  last_contact_day / {{days_per_year}} as follow_up_years,
  centre_id as centre,
  centre_type::varchar as centre_type,
  case
    when treated.patient_key is null then 'no_tki'
    when atypical then 'atypical_transcript'
    when visited.patient_key is null then 'no_evaluable_sample'
    else 'drawn'
  end as molecular_curve
from described
left join first_line using (patient_key)
left join treated using (patient_key)
left join patient_response using (patient_key)
left join progressed using (patient_key)
left join attempted using (patient_key)
left join molecular_recurrence using (patient_key)
left join visited using (patient_key)
left join centre using (centre_id)
order by patient_key
