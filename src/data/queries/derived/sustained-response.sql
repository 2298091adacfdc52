-- question: when was a response of this depth sustained for the first time, and is the run that ends with the last test
-- grain: one row per patient with a run that was sustained
-- order: none
with candidate as (
  -- Runs are looked for only where there could be one: sorting the tests of everybody costs more than all the rest.
  select patient_key, max(day) as last_deep_day
  from molecular_reading
  where response_rank >= {{depth_rank}}
  group by patient_key
  having max(day) - min(day) >= {{days}} and count(*) >= {{minimum_tests}}
),
test as (
  select patient_key, day, min(response_rank) as response_rank
  from molecular_reading
  semi join candidate using (patient_key)
  group by patient_key, day
),
marked as (
  select
    patient_key,
    day,
    response_rank >= {{depth_rank}} as deep,
    response_rank < {{depth_rank}}
      and response_rank >= {{excursion_rank}}
      and coalesce(lag(response_rank) over course >= {{depth_rank}}, false)
      and coalesce(lead(response_rank) over course >= {{depth_rank}}, false) as excursion,
    max(day) over (partition by patient_key) as last_day
  from test
  window course as (partition by patient_key order by day)
),
blocked as (
  select
    patient_key,
    day,
    last_day,
    deep,
    count(*) filter (where not deep and not excursion) over course as block,
    count(*) filter (where excursion) over course as excursions
  from marked
  window course as (partition by patient_key order by day)
),
placed as (
  select
    patient_key,
    day,
    last_day,
    block,
    excursions,
    row_number() over (partition by patient_key, block order by day) as place
  from blocked
  where deep
),
run as (
  select
    patient_key,
    day,
    last_day,
    place - min(place) over within_tolerance + 1 as tests,
    day - min(day) over within_tolerance as days
  from placed
  window within_tolerance as (
    partition by patient_key, block
    order by excursions
    range between {{tolerated_excursions}} preceding and current row
  )
)
select
  patient_key,
  min(day) as first_sustained_day,
  bool_or(day = last_day) as sustained_now
from run
where tests >= {{minimum_tests}} and days >= {{days}}
group by patient_key
