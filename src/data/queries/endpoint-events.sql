-- question: when and how did each patient of the cohort leave the follow-up of an endpoint, and who could not be followed
-- grain: one row per group, reason of exclusion, entry, day and kind of exit; reason is null for the analysed, entry where they are at risk from the origin, kind where they were censored
-- order: level, reason, entry, day, kind; the null ones last
{{exits}}
select
  level,
  reason,
  case when reason is null then entry end as entry,
  case when reason is null then day end as day,
  case when reason is null then kind end as kind,
  count(*)::integer as patients
from judged
group by all
order by level, reason, entry, day, kind
