-- question: which patients have a row that breaks which of the rules that touch patients
-- grain: one row per patient and rule
-- order: none
insert into rule_hit
select distinct patient_key, rule
from rule_verdict
join (select part, bit_or(4::bigint << shift) as hits from rule_place where touches group by part) using (part)
join rule_place using (part)
where (verdict & hits) > 0
  and touches
  and (verdict & (4::bigint << shift)) > 0
