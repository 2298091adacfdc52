-- question: on which day after the stop was molecular recurrence seen, and on which day did follow-up end without it
-- grain: one row per group and day of follow-up; level is null where the group is not known, day where no sample after the stop tells
-- order: level, day
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
grouped as (
  select {{level}} as level, follow_up_days, event_observed, stopped_before_inclusion
  from molecular_recurrence
  join cohort using (patient_key)
)
select
  level,
  follow_up_days as day,
  (count(*) filter (where event_observed))::integer as events,
  (count(*) filter (where not event_observed))::integer as censored,
  (count(*) filter (where stopped_before_inclusion))::integer as before_inclusion
from grouped
group by level, day
order by level, day
