-- question: which codes does a column with an open list hold, and how often
-- grain: one row per code
-- order: rows, most first, then code
select {{column}}::varchar as code, count(*)::double as held
from {{table}}
where {{column}} is not null
group by {{column}}
order by held desc, code
limit 500
