-- question: how many patients of a cohort, of those that a figure shows, have a row that breaks which rule of severity warning
-- grain: one row per rule that one of them breaks, one with a null rule for those who break any, and one for all of them, whose rule is `shown`
-- order: none
with entered as (
  {{entered}}
),
cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
shown as (
  select patient_key
  from cohort
  join entered using (patient_key)
  left join (select patient_key, tki_years_before_stop from molecular_recurrence) as recurrence using (patient_key)
  where {{known}}
)
select rule, count(distinct patient_key)::integer as patients
from rule_hit
join shown using (patient_key)
group by grouping sets ((rule), ())
union all
select 'shown' as rule, count(*)::integer as patients
from shown
