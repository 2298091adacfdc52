-- question: in which patients was no wait for a sample too long while something lasted
-- grain: one row per patient who was followed through that time, in which a wait began after the inclusion
-- order: none
select
  patient_key,
  any_value({{year}}) as year,
  bool_and(days <= {{longest_days}}) as met
from ({{intervals}}) as interval
join patient using (patient_key)
left join (select patient_key, start_year from {{tki}} as line where position = 1) as first using (patient_key)
where on_tki = {{on_tki}}
  and phase = {{phase}}
  and day < phase_day + {{followed_days}}
  and until_day >= phase_day + {{followed_days}}
group by patient_key
