-- question: which samples were good enough to show MR4.5
-- grain: one row per sample on the International Scale that is read; met is null without control copies, or against a gene without a limit
-- order: none
select
  patient_key,
  {{year_of_sample}} as year,
  case control_gene::varchar
    when 'ABL1' then control_copies >= {{abl1_copies}}
    when 'GUSB' then control_copies >= {{gusb_copies}}
  end as met
from molecular
join patient using (patient_key)
where on_international_scale and {{is_read}}
