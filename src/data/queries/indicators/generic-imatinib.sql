-- question: which lines of imatinib were of a generic
-- grain: one row per line of imatinib
-- order: none
select patient_key, start_year as year, generic as met
from treatment_line
where drug::varchar = 'imatinib'
