-- question: what did the patients of the cohort answer on a scale, year by year since the first TKI, and who gave no answer
-- grain: one row per level, year and score of those who were included and followed at the year; score is null without an answer
-- order: level, year, score; the null ones last
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
anchor as (
  select patient_key, first_tki as first_day, inclusion as included_day, last_contact as followed_day
  from patient_anchor
),
visit as (
  select cohort.*, year::integer as year, (first_day + round(year * {{year_days}}))::integer as visit_day
  from cohort
  join anchor using (patient_key)
  cross join range({{years}} + 1) as years(year)
  where included_day <= first_day + round(year * {{year_days}}) + {{window_days}}
    and followed_day >= first_day + round(year * {{year_days}})
),
treated as (
  select distinct patient_key, year
  from visit
  join {{tki}} as line using (patient_key)
  where start_day <= visit_day
    and (end_day is null or visit_day < end_day)
),
answer as (
  select
    patient_key,
    year,
    score,
    row_number() over (partition by patient_key, year order by abs(day - visit_day), day, score) as place
  from visit
  join prom using (patient_key)
  where instrument::varchar = {{instrument}}
    and scale::varchar = {{scale}}
    and abs(day - visit_day) <= {{window_days}}
),
placed as (
  select patient_key, year, {{level}} as level
  from visit
  left join (select patient_key, year, true as takes_tki from treated) as treated using (patient_key, year)
)
select {{patient}}level, placed.year as year, score::double as score, count(*)::integer as patients
from placed
left join (select patient_key, year, score from answer where place = 1) as nearest using (patient_key, year)
group by all
order by level nulls last, year, score nulls last
