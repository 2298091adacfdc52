-- question: does no row of a patient break one of some rules of the contract
-- grain: one row per patient; verdict is null where no row breaks one of them, and one of them was not checked
-- order: patient_key
insert into {{name}}
with touched as (
  select distinct patient_key, true as is_touched
  from rule_hit
  where list_contains({{rules}}, rule)
)
select
  patient_key,
  case
    when is_touched then false
    when (select count(*) from rule_checked where list_contains({{rules}}, rule)) = {{wanted}} then true
  end as verdict
from patient
left join touched using (patient_key)
order by patient_key
