-- question: who began a second TKI within a year of the first
-- grain: one row per patient with a TKI who was followed for that year
-- order: none
select
  patient_key,
  first.start_year as year,
  coalesce(second.start_day <= first.start_day + {{switch_days}}, false) as met
from {{tki}} as first
join patient using (patient_key)
left join (select patient_key, start_day from {{tki}} where position = 2) as second using (patient_key)
where first.position = 1 and last_contact_day >= first.start_day + {{switch_days}}
