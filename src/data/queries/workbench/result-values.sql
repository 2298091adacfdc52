-- question: what do the first rows of a kept answer hold in some of its columns
-- grain: one row per row of the answer
-- order: that of the answer
select {{cells}}
from {{shown}}
order by rowid
limit {{most}}
