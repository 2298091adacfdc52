-- question: what did each patient's BCR::ABL1 read at each planned visit since an origin
-- grain: one row per patient and visit window with a sample that says something; log10_thousandths is of the value or, when not detected, of the limit under which it lies
-- order: patient_key, month
insert into {{visits}}
with origin as (
  {{origin}}
),
atypical as (
  select patient_key
  from diagnosis
  where list_contains({{atypical_transcripts}}, transcript::varchar)
),
reading as (
  select
    patient_key,
    (day - origin_day) / {{days_per_month}} as months,
    detected,
    {{ceiling_percent}} as percent
  from molecular
  join origin using (patient_key)
  where patient_key >= {{from_key}} and patient_key < {{to_key}}
),
placed as (
  select *, {{visit_month}} as month
  from reading
  where percent > 0
),
nearest as (
  select
    patient_key,
    month,
    arg_min(
      {percent: percent, detected: detected},
      {nearness: abs(months - month), months: months, undetected: not detected, depth: -percent}
    ) as kept
  from placed
  anti join atypical using (patient_key)
  where month is not null
  group by patient_key, month
)
select patient_key, month, round(1000 * log10(kept.percent))::integer as log10_thousandths, kept.detected as detected
from nearest
order by patient_key, month
