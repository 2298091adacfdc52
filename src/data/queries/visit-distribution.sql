-- question: which values of BCR::ABL1, and limits under which it lies, stand at each planned visit, in this cohort
-- grain: one row per group, visit window, thousandth of log10 and detected or not; patients of no known group are absent
-- order: none, the estimate sorts
with cohort as (
  select patient_key, (list_position({{levels}}, {{level}}) - 1)::integer as level_index
  from {{facts}}
  where {{cohort}}
)
select
  level_index,
  month,
  log10_thousandths,
  detected::integer as detected,
  count(*)::integer as patients
from {{visits}}
join cohort using (patient_key)
where level_index is not null
group by level_index, month, log10_thousandths, detected
