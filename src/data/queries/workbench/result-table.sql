-- question: what does a statement of the workbench answer, kept in the engine to be read window by window
-- grain: one row per row of the answer, at most as many as are kept
-- order: that of the statement
create or replace temp table {{result}} as (
select * from {{statement}} as answer
limit {{kept}}
)
