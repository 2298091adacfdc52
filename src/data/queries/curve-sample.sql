-- question: which patients of the cohort stand for the others behind a curve
-- grain: one row per patient, at most {{most}} of those on a curve; eligible counts all of these; those of no known group are absent
-- order: by a fixed mixing of the key: neither the first of the files nor others at the next look
with cohort as (
  select patient_key, (list_position({{levels}}, {{level}}) - 1)::integer as level_index
  from {{facts}}
  where {{cohort}}
),
eligible as materialized (
  select patient_key, level_index
  from {{patients}}
  join cohort using (patient_key)
  where reason = {{drawn}} and level_index is not null
)
select patient_key, level_index, (select count(*) from eligible)::integer as eligible
from eligible
order by (patient_key::bigint * 2654435761) % 4294967296, patient_key
limit {{most}}
