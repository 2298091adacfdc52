-- question: which patients have a place on the response curve since an origin, and why have the others none
-- grain: one row per patient; reason is a place in the list of reasons
-- order: patient_key
insert into {{patients}}
with origin as (
  {{origin}}
),
atypical as (
  select patient_key
  from diagnosis
  where list_contains({{atypical_transcripts}}, transcript::varchar)
),
visited as (
  select distinct patient_key
  from {{visits}}
  where patient_key >= {{from_key}} and patient_key < {{to_key}}
)
select
  patient.patient_key,
  case
    when origin.patient_key is null then {{no_origin}}
    when atypical.patient_key is not null then {{atypical_transcript}}
    when visited.patient_key is null then {{no_reading}}
    else {{drawn}}
  end as reason
from patient
left join origin using (patient_key)
left join atypical using (patient_key)
left join visited using (patient_key)
where patient.patient_key >= {{from_key}} and patient.patient_key < {{to_key}}
order by patient.patient_key
