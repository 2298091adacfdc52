-- question: which rows of a kept answer are shown, and in which order
-- grain: one row per row that meets the condition
-- order: the column asked for, nulls last; then that of the answer
create or replace temp table {{shown}} as (
select * from {{result}}
where {{condition}}
order by {{order}}
)
