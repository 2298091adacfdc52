-- question: how long did each wait for the next sample last, and how did it end
-- grain: one row per day from which a patient waited: the first TKI, the first stop, and each day with a sample until the stop or the restart; cause is 1 for a sample, 2 for the end of that time or death before it, 0 for neither by the last contact
-- order: none
  with course as (
    select
      patient_key,
      true as on_tki,
      inclusion,
      first_mmr,
      first_tki as from_day,
      least(first_stop_day, last_contact) as until_day,
      coalesce(first_stop_day <= last_contact, false) or death is not null as ends
    from patient_anchor
    left join (
      select patient_key, min(stop_day) as first_stop_day
      from treatment_free_attempt
      group by patient_key
    ) as stopped using (patient_key)
    where first_tki is not null
    union all
    select
      patient_key,
      false as on_tki,
      inclusion,
      first_mmr,
      stop_day as from_day,
      least(free_until_day, last_contact) as until_day,
      coalesce(free_until_day <= last_contact, false) or death is not null as ends
    from molecular_recurrence
    join patient_anchor using (patient_key)
  ),
  waited as (
    select *, from_day as day
    from course
    union all
    select course.*, molecular.day as day
    from course
    join molecular using (patient_key)
    where molecular.day > from_day and molecular.day <= until_day
  ),
  wait as (
    select *, lead(day) over (partition by patient_key, on_tki order by day) as next_day
    from waited
  )
  select
    patient_key,
    on_tki,
    case
      when on_tki and day >= first_mmr then 'in_mmr'
      when on_tki then 'before_mmr'
      when (day - from_day) / {{days_per_month}} < {{second_half_from_month}} then 'months_1_6'
      when (day - from_day) / {{days_per_month}} < {{second_year_from_month}} then 'months_7_12'
      else 'second_year'
    end as phase,
    case when on_tki and day >= first_mmr then first_mmr else from_day end as phase_day,
    day,
    until_day,
    coalesce(next_day, until_day) - day as days,
    case when next_day is not null then 1 when ends then 2 else 0 end as cause
  from wait
  where day < until_day and day >= inclusion and (next_day is null or next_day > day)
