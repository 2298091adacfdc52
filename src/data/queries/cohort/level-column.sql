-- question: which level of a group variable has each patient; 0 where it is not known
-- grain: one row per patient
-- order: patient_key
select coalesce(list_position({{levels}}, {{level}}), 0)::usmallint as level
from patient_fact
left join (select patient_key, tki_years_before_stop from molecular_recurrence) using (patient_key)
order by patient_key
