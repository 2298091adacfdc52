-- question: of how many rows is each of these rules, how many can be judged, and how many break it
-- grain: one row per {{grain}}
-- order: the same
with judged as (
  select patient_key, unnest([{{verdicts}}], recursive := true)
  from {{rows}}
)
select
  rule,{{split}}
  count(*) filter (where scope) as rows,
  count(breaks) filter (where scope) as judged,
  count(*) filter (where scope and breaks) as broken,
  count(distinct patient_key) filter (where scope and breaks) as touched
from judged
join patient using (patient_key)
group by all
order by all
