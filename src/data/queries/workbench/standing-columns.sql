-- question: which columns have the tables that a statement of the workbench may name
-- grain: one row per column of a table
-- order: table_name, the order of the columns
select table_name, column_name, data_type
from duckdb_columns()
where database_name = 'extract' and list_contains({{tables}}, table_name)
order by table_name, column_index
