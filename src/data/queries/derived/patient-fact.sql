-- question: what can a cohort or a grouping ask of each patient; null is "not known"
-- grain: one row per patient
-- order: patient_key
create table patient_fact as
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
tki_patient as (
  select distinct patient_key
  from treatment_line
  where list_contains({{tki_drugs}}, drug::varchar)
),
visited as (
  select patient_key, count(*) as visits
  from visit_value
  group by patient_key
),
scored as (
  select
    patient_key,
    case
      when platelets_g_l > 0 then
        {{elts_age}} * pow(age_at_diagnosis_years / 10.0, 3) + {{elts_spleen}} * spleen_cm
        + {{elts_blasts}} * blasts_pct + {{elts_platelets}} / sqrt(platelets_g_l / 1000.0)
    end as elts_score
  from patient
  join diagnosis using (patient_key)
)
select
  patient_key,
  diagnosis.phase::varchar as phase,
  patient.sex::varchar as sex,
  patient.age_at_diagnosis_years as age,
  diagnosis.transcript::varchar as transcript,
  case
    when elts_score <= {{elts_low}} then 'low'
    when elts_score <= {{elts_intermediate}} then 'intermediate'
    when elts_score is not null then 'high'
  end as elts,
  patient.centre_id as centre,
  patient.diagnosis_year as diagnosis_year,
  first_line_drug,
  case
    when tki_patient.patient_key is null then 'no_tki'
    when list_contains({{atypical_transcripts}}, diagnosis.transcript::varchar) then 'atypical_transcript'
    when visits is null then 'no_evaluable_sample'
    else 'drawn'
  end as molecular_curve
from patient
left join diagnosis using (patient_key)
left join first_line using (patient_key)
left join tki_patient using (patient_key)
left join visited using (patient_key)
left join scored using (patient_key)
order by patient_key
