-- question: how does each patient of the extract leave the follow-up of an endpoint
-- grain: one row per patient; reason is 0 for the analysed, entry -1 where they are at risk from the origin, kind -1 where they were censored
-- order: patient_key
select
  coalesce(list_position({{reasons}}, reason), 0)::usmallint as reason,
  coalesce(entry, -1)::integer as entry,
  coalesce(day, 0)::integer as day,
  coalesce(kind, -1)::integer as kind,
  coalesce(included_later, false)::usmallint as included_later
from {{exits}}
order by patient_key
