-- question: which codes of an open list does the extract hold
-- grain: one row per code
-- order: code
with known as (
  select distinct {{fact}} as code
  from patient_fact
)
select code
from known
where code is not null
order by code
