-- question: after which stops were there samples about every month for half a year
-- grain: one row per stop that was followed for half a year without a restart
-- order: none
select
  patient_key,
  any_value({{year_of_stop}}) as year,
  count(distinct molecular.day) >= {{after_stop_samples}} as met
from treatment_free_attempt
join patient using (patient_key)
left join molecular
  on molecular.patient_key = treatment_free_attempt.patient_key
  and molecular.day > stop_day
  and molecular.day <= stop_day + {{after_stop_days}}
where last_contact_day >= stop_day + {{after_stop_days}}
  and (restart_day is null or restart_day >= stop_day + {{after_stop_days}})
group by patient_key, attempt_number, stop_day, restart_day
