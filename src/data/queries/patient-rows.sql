-- question: what are the facts of the patients from one place of a list to another
-- grain: one row per patient
-- order: place
with shown as (
  select rowid as place, patient_key
  from {{list}}
  where rowid >= ? and rowid < ?
)
select shown.place::integer as place, shown.patient_key as patient_key, {{cells}}
from shown
join patient_fact on patient_fact.patient_key = shown.patient_key{{pseudonyms}}
order by place
