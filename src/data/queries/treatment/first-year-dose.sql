-- question: at which dose did the first TKI begin, and which dose was in force a year later
-- grain: one row per drug, dose at the start, state at one year and dose at one year; a dose is null where it is not known
-- order: drug, start_dose_mg, state, year_dose_mg
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
first_tki as (
  select line.*, last_contact_day
  from {{tki}} as line
  join cohort using (patient_key)
  join patient using (patient_key)
  where position = 1
),
changed as (
  select patient_key, arg_max(dose_change.daily_dose_mg, day) as changed_dose_mg
  from first_tki
  join dose_change using (patient_key, line_number)
  where day <= start_day + {{year_days}}
  group by patient_key
),
judged as (
  select
    patient_key,
    drug,
    first_tki.daily_dose_mg as start_dose_mg,
    case
      when last_contact_day < start_day + {{year_days}} then 'not_followed'
      when end_day <= start_day + {{year_days}} then 'stopped'
      else 'on_drug'
    end as state,
    case
      when (select present from extract_table where name = 'dose_change')
        then coalesce(changed_dose_mg, first_tki.daily_dose_mg)
    end as later_dose_mg
  from first_tki
  left join changed using (patient_key)
)
select
  {{patient}}drug,
  start_dose_mg::double as start_dose_mg,
  state,
  (case when state = 'on_drug' then later_dose_mg end)::double as year_dose_mg,
  count(*)::integer as patients
from judged
group by all
order by drug, start_dose_mg, state, year_dose_mg
