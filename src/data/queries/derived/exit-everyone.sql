-- question: how does each patient of the extract leave the follow-up of an endpoint, whatever the cohort
-- grain: one row per patient; reason is null for the analysed, entry where they are at risk from the origin, kind where they were censored
-- order: patient_key
{{exits}}
select
  patient_key,
  reason,
  case when reason is null then entry end as entry,
  case when reason is null then day end as day,
  case when reason is null then kind end as kind,
  reason is null and included_later as included_later
from judged
order by patient_key
