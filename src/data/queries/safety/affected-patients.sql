-- question: how many patients had an adverse event of some terms, of a known grade, on each TKI while the line was under observation
-- grain: one row per drug
-- order: drug
with cohort as (
  select patient_key
  from {{facts}}
  where {{cohort}}
),
observed as (
  {{observed}}
)
select
  observed.drug as drug,
  count(distinct adverse_event.patient_key)::integer as affected,
  (count(distinct adverse_event.patient_key) filter (where grade::integer >= {{severe_grade}}))::integer as severe
from adverse_event
join cohort using (patient_key)
join observed
  on observed.patient_key = adverse_event.patient_key
  and observed.line_number = adverse_event.line_number
  and onset_day >= from_day
  and onset_day <= until_day
where {{terms}}
  and grade::integer in ({{grades}})
group by observed.drug
order by drug
