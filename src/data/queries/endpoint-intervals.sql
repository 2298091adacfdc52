-- question: between which two visits did the event of an endpoint come that is seen at visits only
-- grain: one row per last day without the event and first day with it, of the analysed; the latter is null where the event was not seen
-- order: lower_day, upper_day, seen
{{exits}},
last_free as (
  select judged.patient_key, max(test.day) as test_day
  from judged
  join test on test.patient_key = judged.patient_key and test.day < judged.day
  where reason is null
  group by judged.patient_key
)
select
  case when coalesce(list_contains({{seen_kinds}}, kind), false) then coalesce(test_day, 0) else day end as lower_day,
  case when kind is not null then day end as upper_day,
  coalesce(list_contains({{seen_kinds}}, kind), false) as seen,
  count(*)::integer as patients
from judged
left join last_free using (patient_key)
where reason is null
group by all
order by lower_day, upper_day, seen
