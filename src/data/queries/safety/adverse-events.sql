-- question: how many adverse events of each term and grade came on each TKI while the line was under observation
-- grain: one row per drug, term and grade; drug is null for events on no such line
-- order: drug, term, grade; the null ones last
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
observed as (
  {{observed}}
),
event as (
  select adverse_event.patient_key, observed.drug, term, grade
  from adverse_event
  join cohort using (patient_key)
  left join observed
    on observed.patient_key = adverse_event.patient_key
    and observed.line_number = adverse_event.line_number
    and onset_day >= from_day
    and onset_day <= until_day
)
select
  {{patient}}drug,
  term::varchar as term,
  grade::integer as grade,
  count(*)::integer as events,
  {{patients}}::integer as patients
from event
group by {{patient}}drug, term, grade
order by drug, term, grade
