-- question: which verdict does each patient of the cohort have at each milestone in one version of the guideline, and which in another
-- grain: one row per milestone, verdict before and verdict after; a verdict is null where the milestone was not assessed
-- order: month, verdict_before, verdict_after
with cohort as (
  select *
  from {{facts}}
  where {{cohort}}
),
judged as (
  select 3 as month, {{before_3m}} as verdict_before, {{after_3m}} as verdict_after
  from cohort
  union all
  select 6 as month, {{before_6m}} as verdict_before, {{after_6m}} as verdict_after
  from cohort
  union all
  select 12 as month, {{before_12m}} as verdict_before, {{after_12m}} as verdict_after
  from cohort
)
select month, verdict_before, verdict_after, count(*)::integer as patients
from judged
group by month, verdict_before, verdict_after
order by month, verdict_before, verdict_after
