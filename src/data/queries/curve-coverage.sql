-- question: which patients of the cohort are on the response curve, in which group, and why are the others not
-- grain: one row per place on the curve and group; level_index is null where the group is not known
-- order: none needed
with cohort as (
  select patient_key, (list_position({{levels}}, {{level}}) - 1)::integer as level_index
  from {{facts}}
  where {{cohort}}
)
select reason::integer as reason, level_index, count(*)::integer as patients
from {{patients}}
join cohort using (patient_key)
group by reason, level_index
