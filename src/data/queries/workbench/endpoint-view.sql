-- question: when and how did each patient leave the follow-up of an endpoint, as a table to analyse
-- grain: one row per patient; excluded says why a patient could not be followed, cause is 0 for censored, 1 for the event, 2 and more for the competing ones
-- order: patient_key
insert into {{name}}
{{exits}}
select
  patient_key,
  reason as excluded,
  case when reason is null then entry end as entry_day,
  case when reason is null then day end as exit_day,
  case when reason is null then coalesce(greatest(1, kind - {{events}} + 2), 0) end as cause,
  case when reason is null then kind is not null end as event
from judged
order by patient_key
