-- question: which words does the engine know: keywords, functions and types
-- grain: one row per word and kind
-- order: kind, word
select 'keyword' as kind, lower(keyword_name) as word from duckdb_keywords()
union
select 'function' as kind, lower(function_name) as word
from duckdb_functions()
where function_type in ('scalar', 'aggregate', 'macro', 'table', 'table_macro') and function_name ~ '^[A-Za-z][A-Za-z0-9_]*$'
union
select 'type' as kind, lower(type_name) as word from duckdb_types() where type_name ~ '^[A-Za-z][A-Za-z0-9_]*$'
order by kind, word
