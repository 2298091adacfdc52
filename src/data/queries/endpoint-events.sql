-- question: when and how did each patient of the cohort leave the follow-up of an endpoint, and who could not be followed
-- grain: one row per group, reason of exclusion, entry, day and kind of exit; reason is null for the analysed, entry where they are at risk from the origin, kind where they were censored
-- order: level, reason, entry, day, kind; the null ones last
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
grouped as (
  select patient_key, {{level}} as level
  from cohort
  left join (select patient_key, tki_years_before_stop from molecular_recurrence) using (patient_key)
)
select
  level,
  reason,
  entry,
  day,
  kind,
  count(*)::integer as patients,
  (count(*) filter (where included_later))::integer as included_later
from grouped
join {{exits}} using (patient_key)
group by all
order by level, reason, entry, day, kind
