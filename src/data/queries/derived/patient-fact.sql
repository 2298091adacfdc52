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
),
decided as (
  select
    stop_history.* exclude (tki_lines, tki_years),
    stop_history.tki_lines as decision_tki_lines,
    stop_history.tki_years as decision_tki_years
  from stop_history
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
  percent_3m as bcr_abl1_3m_pct,
  percent_6m as bcr_abl1_6m_pct,
  {{halving_time_days}} as halving_time_days,
  percent_3m / baseline_percent as reduction_ratio_3m,
  {{eln2013_3m}} as eln2013_3m,
  {{eln2013_6m}} as eln2013_6m,
  {{eln2013_12m}} as eln2013_12m,
  {{eln2020_3m}} as eln2020_3m,
  {{eln2020_6m}} as eln2020_6m,
  {{eln2020_12m}} as eln2020_12m,
  any_time as eln2020_any_time,
  course as mmr_course,
  {{response_classes}}[best_rank + 1] as best_response,
  case when not atypical then deep_days / {{days_per_month}} end as deep_response_months,
  case
    when sustained_now then 'yes'
    when samples is not null then 'no'
  end as sustained_deep_response,
  first_sustained_day as sustained_deep_response_day,
  case when not atypical then coalesce(samples, 0) end as evaluable_samples,
  sample_3m_day,
  sample_6m_day,
  last_sample_day,
  case
    when not {{has_phase_events}} then null
    when progressed.patient_key is null then 'no'
    else 'yes'
  end as progression,
  case
    when tki_years < {{stop_tki_years}} or deep_response_months < {{stop_deep_months}} then 'no'
    when tki_years >= {{stop_tki_years}} and deep_response_months >= {{stop_deep_months}} then 'yes'
  end as stop_criteria,
  decision_mr4_days / {{days_per_month}} as decision_mr4_months,
  decision_mr4_5_days / {{days_per_month}} as decision_mr4_5_months,
  {{eligible_eln2020_minimal}} as eligible_eln2020_minimal,
  {{eligible_eln2020_optimal}} as eligible_eln2020_optimal,
  {{eligible_filmc2018}} as eligible_filmc2018,
  {{eligible_euroski}} as eligible_euroski,
  {{eligible_observatory}} as eligible_observatory,
  case when {{has_attempts}} then coalesce(attempts, 0)::integer end as treatment_free_attempts,
  case when event_observed then 'yes' when follow_up_days is not null then 'no' end as lost_mmr_after_stop,
  diagnosis_year,
  inclusion_day,
  last_contact_day / {{days_per_year}} as follow_up_years,
  centre_id as centre,
  centre_type::varchar as centre_type
from described
left join first_line using (patient_key)
left join treated using (patient_key)
left join patient_response using (patient_key)
left join mmr_course using (patient_key)
left join sustained_response using (patient_key)
left join decided using (patient_key)
left join progressed using (patient_key)
left join attempted using (patient_key)
left join molecular_recurrence using (patient_key)
left join centre using (centre_id)
order by patient_key
