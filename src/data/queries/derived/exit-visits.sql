-- question: how does each patient of the extract leave the follow-up of an endpoint, and on which day was it last seen that the event had not come
-- grain: one row per patient; reason is 0 for the analysed, entry -1 where they are at risk from the origin, kind -1 where they were censored, last_free 0 without a test between the origin and the exit
-- order: patient_key
{{exits}},
last_free as (
  select judged.patient_key, max(test.day) as last_free
  from judged
  join test on test.patient_key = judged.patient_key and test.day < judged.day
  group by judged.patient_key
)
select
  coalesce(list_position({{reasons}}, reason), 0)::usmallint as reason,
  case when reason is null then coalesce(entry, -1) else -1 end::integer as entry,
  case when reason is null then coalesce(day, 0) else 0 end::integer as day,
  case when reason is null then coalesce(kind, -1) else -1 end::integer as kind,
  (reason is null and coalesce(included_later, false))::usmallint as included_later,
  coalesce(last_free, 0)::integer as last_free
from judged
left join last_free using (patient_key)
order by patient_key
