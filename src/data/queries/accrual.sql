-- question: how many patients did each centre include in each year, after which delay, and of how many is there no recent news
-- grain: one row per year of inclusion, centre and delay
-- order: year, centre, delay
-- Lost: alive, and without news in the two last calendar years that the extract holds of anybody.
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
extract_end as (
  select max({{year_of_contact}}) as last_year
  from patient
),
included as (
  select
    patient_key,
    {{year_of_inclusion}} as year,
    centre_id::varchar as centre,
    {{delay}} as delay,
    vital_status::varchar = 'alive' as is_alive,
    {{year_of_contact}} <= (select last_year from extract_end) - 2 as is_silent
  from patient
  join cohort using (patient_key)
)
select
  {{patient}}year::integer as year,
  centre,
  delay,
  count(*)::integer as patients,
  (count(*) filter (where is_alive))::integer as alive,
  (count(*) filter (where is_alive and is_silent))::integer as lost
from included
group by {{patient}}year, centre, delay
order by year, centre, delay
