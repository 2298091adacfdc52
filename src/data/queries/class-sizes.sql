-- question: how many classes of patients, alike in these facts, have which size
-- grain: one row per size
-- order: size
with class as (
  select count(*)::integer as size
  from patient
  group by {{facts}}
)
select size, count(*)::integer as classes
from class
group by size
order by size
