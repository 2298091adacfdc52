-- question: whose response at a milestone was optimal by ELN 2020
-- grain: one row per treated patient with a transcript on the scale, followed to the end of the window; met is null without an evaluable sample
-- order: none
select patient_key, start_year as year, {{verdict}} = 'optimal' as met
from {{followed}}
