-- question: which patients are in a list, and in which order
-- grain: one row per patient of the cohort whom the filters of the list leave
-- order: the fact, those not known last, then patient_key; the place in the list is the row's own position
insert into {{name}}
select patient_key
from {{facts}}
where {{member}} and {{kept}}
order by {{order}}patient_key
