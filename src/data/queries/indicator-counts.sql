-- question: how many units of the cohort meet an indicator, and how many cannot be assessed, by year and group
-- grain: one row per year, level and stratum; each is null where it is not known
-- order: year, level, stratum
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
unit as (
  {{units}}
),
placed as (
  select unit.patient_key as patient_key, unit.year as year, {{level}} as level, {{stratum}} as stratum, met
  from unit
  join cohort using (patient_key)
)
select
  {{patient}}year::integer as year,
  level,
  stratum,
  count(*)::integer as units,
  (count(*) filter (where met))::integer as met,
  (count(*) filter (where met is null))::integer as unknown,
  {{patients}}::integer as patients
from placed
group by {{patient}}year, level, stratum
order by year, level, stratum
