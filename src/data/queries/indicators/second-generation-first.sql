-- question: whose first TKI was of the second generation
-- grain: one row per patient with a TKI
-- order: none
select patient_key, start_year as year, list_contains({{second_generation_drugs}}, drug) as met
from {{tki}}
where position = 1
