-- question: what is in each column of a kept answer: known and unknown values, distinct ones, extremes, mean and quartiles
-- grain: one row per column
-- order: that of the columns
select
  column_name as name,
  column_type as type,
  count::double as rows,
  null_percentage::double as unknown_percent,
  approx_unique::double as distinct_values,
  left(min::varchar, 200) as least,
  left(max::varchar, 200) as most,
  try_cast(avg as double) as mean,
  try_cast(std as double) as deviation,
  q25::varchar as lower_quartile,
  q50::varchar as median,
  q75::varchar as upper_quartile
from (summarize {{shown}})
