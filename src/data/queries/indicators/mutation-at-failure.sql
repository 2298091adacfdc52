-- question: in whom was an ABL1 mutation found around the first failure at a milestone by ELN 2020
-- grain: one row per patient with a failure who was followed for half a year after the window of the milestone; met is null when mutations are not recorded
-- order: none
with failed as (
  select patient_key, start_year, start_day + {{from_day}} as from_day, start_day + {{to_day}} as to_day
  from {{tki}} as line
  join patient_fact using (patient_key)
  where position = 1
    and (eln2020_3m = 'failure' or eln2020_6m = 'failure' or eln2020_12m = 'failure')
)
select
  patient_key,
  any_value(start_year) as year,
  case
    when (select present from extract_table where name = 'mutation')
      then bool_or(coalesce(mutation.day >= from_day and mutation.day < to_day, false))
  end as met
from failed
join patient using (patient_key)
left join mutation using (patient_key)
where last_contact_day >= to_day
group by patient_key
