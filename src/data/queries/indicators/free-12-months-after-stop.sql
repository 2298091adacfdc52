-- question: after which first stops was there no molecular recurrence for a year
-- grain: one row per first stop that was followed for that year; met is null when the samples end before the year does
-- order: none
select
  patient_key,
  {{year_of_stop}} as year,
  case
    when event_observed then follow_up_days >= {{free_days}}
    when follow_up_days >= {{free_days}} then true
  end as met
from molecular_recurrence
join patient using (patient_key)
where last_contact_day >= stop_day + {{free_days}}
