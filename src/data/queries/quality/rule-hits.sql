-- question: which patients have a row that breaks which of some rules over the same rows
-- grain: one row per patient and rule
-- order: none
insert into rule_hit
select distinct patient_key, rule
from (select patient_key, {{broken}} as broken from {{rows}})
join (values {{rules}}) as found(place, rule) on (broken & place) > 0
where broken > 0
