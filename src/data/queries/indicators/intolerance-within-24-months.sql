-- question: whose first TKI was stopped for intolerance within two years
-- grain: one row per patient with a TKI who was followed for two years; met is null when the reason of a stop or the end of the line is not known
-- order: none
select
  patient_key,
  start_year as year,
  case
    when stop_day <= start_day + {{intolerance_days}} then nullif(stop_reason, 'unknown') = 'intolerance'
    when end_day <= start_day + {{intolerance_days}} then null
    else false
  end as met
from {{tki}}
join patient using (patient_key)
where position = 1 and last_contact_day >= start_day + {{intolerance_days}}
