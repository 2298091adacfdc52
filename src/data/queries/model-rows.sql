-- question: when and how does each patient of the cohort leave the follow-up of an endpoint, with which covariates
-- grain: one row per reason of exclusion, or per entry, day, kind of exit and covariates of the analysed; no patient is named
-- order: every column, so that the place of a row says nothing of a patient
{{exits}},
followed_up as (
  select
    reason,
    case when reason is null then entry end as entry,
    case when reason is null then day end as day,
    case when reason is null then kind end as kind,
    {{columns}}
  from judged
  join cohort using (patient_key)
  join patient_anchor using (patient_key)
  left join molecular_recurrence as recurrence using (patient_key)
)
select
  reason,
  entry,
  day,
  kind,
  {{names}},
  count(*)::integer as patients
from followed_up
group by all
order by all
