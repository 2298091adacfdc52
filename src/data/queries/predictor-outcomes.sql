-- question: what did each early marker read, and was the depth reached by the month, or why is that not known
-- grain: one row per marker, outcome, value and whether the depth was reached when the marker was known; values of unknown outcomes are null
-- order: marker, status, value, reached_before
with cohort as materialized (
  select *
  from {{facts}}
  where {{cohort}}
),
judged as materialized (
  select
    cohort.*,
    patient_anchor.first_tki as first_tki_day,
    {{status}} as status,
    {{first_depth}} as depth_day
  from cohort
  join patient_anchor using (patient_key)
),
marked as (
  {{marked}}
)
select
  marker,
  status,
  value,
  coalesce(depth_day <= landmark_day, false) and value is not null as reached_before,
  count(*)::integer as patients
from marked
group by marker, status, value, reached_before
order by marker, status, value, reached_before
