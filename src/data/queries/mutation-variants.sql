-- question: which ABL1 variants were found in the patients of the cohort, in how many, and after which TKI first
-- grain: one row per variant and last TKI begun before its first finding (null: none), counting patients; one row with a null variant: patients with any
-- order: variant, drug; the null ones last
with cohort as materialized (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
found as (
  select patient_key, mutation.variant::varchar as variant, min(mutation.day) as first_day
  from cohort
  join mutation using (patient_key)
  group by patient_key, mutation.variant
),
treated as (
  select
    patient_key,
    variant,
    arg_max(drug, position) filter (where start_day < first_day) as drug
  from found
  left join ({{tki_line}}) as line using (patient_key)
  group by patient_key, variant
)
select variant, drug, count(*)::integer as patients
from treated
group by variant, drug
union all
select null, null, count(distinct patient_key)::integer
from found
order by variant nulls last, drug nulls last
