-- question: how many patients of a cohort have a row that breaks which rule of severity warning
-- grain: one row per rule that one of them breaks, and one with a null rule for those who break any
-- order: none
select rule, count(distinct patient_key)::integer as patients
from rule_hit
join (select patient_key from {{facts}} where {{cohort}}) using (patient_key)
group by grouping sets ((rule), ())
