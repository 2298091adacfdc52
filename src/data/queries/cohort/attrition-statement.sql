-- question: how many patients does each step of the cohort let through; step 0 is the index event, then come the rules
-- grain: one row per step; not known leaves unless the rule keeps it
-- order: step
with {{verdicts}}judged as (
  select patient_key, unnest([{{steps}}], recursive := true)
  from {{facts}}
),
walked as (
  select
    step,
    met,
    coalesce(met, keeps_unknown) as stays,
    coalesce(
      bool_and(coalesce(met, keeps_unknown)) over (
        partition by patient_key
        order by step
        rows between unbounded preceding and 1 preceding
      ),
      true
    ) as enters
  from judged
)
select
  step,
  count(*) filter (where enters) as entering,
  count(*) filter (where enters and met) as met,
  count(*) filter (where enters and not met) as not_met,
  count(*) filter (where enters and met is null) as unknown,
  count(*) filter (where enters and not stays) as leaving,
  count(*) filter (where enters and stays) as remaining
from walked
group by step
order by step
