-- question: what did two early markers read in the same patients, and was the depth reached by the month
-- grain: one row per pair of values, outcome and whether the depth was reached by the later landmark; patients with both values and a known outcome
-- order: first_value, second_value, reached, reached_before
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
judged as (
  select
    cohort.*,
    patient_anchor.first_tki as first_tki_day,
    {{status}} as status,
    {{first_depth}} as depth_day
  from cohort
  join patient_anchor using (patient_key)
)
select
  {{first_value}}::double as first_value,
  {{second_value}}::double as second_value,
  status = 'yes' as reached,
  coalesce(depth_day <= greatest({{first_landmark}}, {{second_landmark}}), false) as reached_before,
  count(*)::integer as patients
from judged
where status in ('yes', 'no') and first_value is not null and second_value is not null
group by first_value, second_value, reached, reached_before
order by first_value, second_value, reached, reached_before
