-- question: which verdict does each patient of the cohort with a TKI have at 3, 6 and 12 months, or why none
-- grain: one row per group and pattern of the three states, and one with null states for those who never had a TKI
-- order: level, state_3m, state_6m, state_12m
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
timed as (
  select
    cohort.*,
    patient_anchor.first_tki is not null as treated,
    (patient_anchor.last_contact - patient_anchor.first_tki) / {{days_per_month}} as followed_months,
    coalesce(list_contains({{atypical_transcripts}}, transcript), false) as is_atypical
  from cohort
  join patient_anchor using (patient_key)
),
judged as (
  select
    case when treated then {{level}} end as level,
    {{state_3m}} as state_3m,
    {{state_6m}} as state_6m,
    {{state_12m}} as state_12m
  from timed
)
select level, state_3m, state_6m, state_12m, count(*)::integer as patients
from judged
group by level, state_3m, state_6m, state_12m
order by level, state_3m, state_6m, state_12m
