-- question: which columns does a kept answer have
-- grain: one row per column
-- order: that of the columns
select column_name as name, data_type as type
from duckdb_columns()
where database_name = 'temp' and table_name = ?
order by column_index
