-- question: what stands in some rows of a kept answer, as text
-- grain: one row per row of the window
-- order: that of the answer
select {{cells}}
from {{shown}}
where rowid >= ? and rowid < ?
order by rowid
