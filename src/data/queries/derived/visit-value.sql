-- question: what did each patient's BCR::ABL1 read at each planned visit since the start of the first TKI
-- grain: one row per patient and visit window with an evaluable sample; log10_is is null when no transcript was detected
-- order: patient_key, month
insert into visit_value
with placed as (
  select patient_key, months, percent, {{visit_month}} as month
  from molecular_reading
)
select
  patient_key,
  month,
  log10(nullif(arg_min(percent, {nearness: abs(months - month), months: months, depth: -percent}), 0)) as log10_is
from placed
where month is not null
group by patient_key, month
order by patient_key, month
