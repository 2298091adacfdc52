-- question: who had an evaluable sample in the window of a milestone
-- grain: one row per treated patient with a transcript on the scale, followed to the end of the window
-- order: none
select patient_key, start_year as year, {{response}} is not null as met
from {{followed}}
