-- question: which response class does each sample show, by the rules of the screens
-- grain: one row per sample of the table molecular; response_class is null where the sample has none
-- order: none
create or replace temp view response_sample as
select
  patient_key,
  day,
  {{response_classes}}[{{response_rank}} + 1] as response_class,
  case when detected then bcr_abl1_is_pct else 0 end as bcr_abl1_is_pct,
  detected
from molecular
