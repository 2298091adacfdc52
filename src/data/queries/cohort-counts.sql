-- question: how many patients meet each rule, how many are unknown for it, and how does the cohort spread over each variable
-- grain: one row per variable and level of the extract; the row with variable 'all' counts everybody
-- order: variable, level
with judged as (
  select *{{rules}}
  from patient_fact
),
placed as (
  select *, {{in_cohort}} as in_cohort
  from judged
)
select
  case
    when grouping(phase) = 0 then 'phase'
    when grouping(sex) = 0 then 'sex'
    when grouping(age) = 0 then 'age'
    when grouping(transcript) = 0 then 'transcript'
    when grouping(elts) = 0 then 'elts'
    when grouping(diagnosis_year) = 0 then 'diagnosis_year'
    when grouping(first_line_drug) = 0 then 'first_line_drug'
    when grouping(centre) = 0 then 'centre'
    else 'all'
  end as variable,
  coalesce(
    phase, sex, age::varchar, transcript, elts, diagnosis_year::varchar, first_line_drug, centre
  ) as level,
  count(*)::integer as patients,
  (count(*) filter (where in_cohort))::integer as in_cohort{{rule_counts}}
from placed
group by grouping sets (
  (), (phase), (sex), (age), (transcript), (elts), (diagnosis_year), (first_line_drug), (centre)
)
order by variable, level
