-- question: how do the rules of eligibility to stop judge the patients of the cohort, how deep is their response, and who has stopped
-- grain: one row per combination of answers; null is not known
-- order: all columns
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
answered as (
  select
    first_tki is not null as treated,
    best_response in {{deep_classes}} as deep,
    sustained_deep_response = 'yes' as sustained,
    eligible_eln2020_minimal = 'yes' as eln2020_minimal,
    eligible_eln2020_optimal = 'yes' as eln2020_optimal,
    eligible_filmc2018 = 'yes' as filmc2018,
    eligible_euroski = 'yes' as euroski,
    eligible_observatory = 'yes' as observatory,
    treatment_free_attempts > 0 as stopped
  from cohort
)
select
  treated,
  deep,
  sustained,
  eln2020_minimal,
  eln2020_optimal,
  filmc2018,
  euroski,
  observatory,
  stopped,
  count(*)::integer as patients
from answered
group by all
order by all
