-- question: how many rows does a table have, and what does each of its columns tell
-- grain: one row
-- order: none
select
  count(*)::double as rows,
  {{measures}}
from {{table}}
