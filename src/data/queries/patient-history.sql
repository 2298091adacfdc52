-- question: what does one table hold of one patient
-- grain: one row per row of the table
-- order: {{order}}
select {{columns}}
from {{table}}
where patient_key = ?
order by {{order}}
