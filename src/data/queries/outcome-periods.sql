-- question: when and how did each patient of the cohort leave the follow-up of an endpoint, by the calendar period of its origin and by ELTS
-- grain: one row per period, ELTS group, entry, day and kind of exit of the analysed; stratum is null where ELTS cannot be computed, entry where they are at risk from the origin, kind where they were censored
-- order: period, stratum, entry, day, kind; the null ones last
with origin as (
  {{origin}}
),
exit as (
  select patient_key, entry, day, kind
  from {{exits}}
  where reason is null
),
cohort as (
  select patient_key, diagnosis_year, elts
  from {{facts}}
  where {{cohort}}
),
placed as (
  select patient_key, {{year_of_origin}} as year, elts as stratum, entry, day, kind
  from cohort
  join origin using (patient_key)
  join exit using (patient_key)
)
select
  {{patient}}(year - year % {{period_years}})::integer as period,
  stratum,
  entry,
  day,
  kind,
  count(*)::integer as patients
from placed
where year is not null
group by all
order by period nulls last, stratum nulls last, entry nulls last, day nulls last, kind nulls last
