-- question: what did each patient's BCR::ABL1 read at each planned visit since the start of the first TKI
-- grain: one row per patient and visit window with an evaluable sample; log10_is is null when no transcript was detected
-- order: patient_key, month
insert into visit_value
with first_tki as (
  select patient_key, min(start_day) as first_tki_day
  from treatment_line
  where patient_key >= $1 and patient_key < $2 and list_contains({{tki_drugs}}, drug::varchar)
  group by patient_key
),
typical as (
  select patient_key
  from diagnosis
  where transcript is null or not list_contains({{atypical_transcripts}}, transcript::varchar)
),
reading as (
  select
    patient_key,
    (molecular.day - first_tki_day) / {{days_per_month}} as months,
    case when detected then log10(bcr_abl1_is_pct) end as log10_is
  from molecular
  join first_tki using (patient_key)
  join typical using (patient_key)
  where patient_key >= $1 and patient_key < $2 and {{evaluable}}
),
placed as (
  select patient_key, visit_window.month, months, log10_is
  from reading
  join visit_window on months >= from_month and months < to_month
)
select patient_key, month, log10_is
from placed
qualify row_number() over (
  partition by patient_key, month
  order by abs(months - month), months, log10_is desc nulls last
) = 1
order by patient_key, month
