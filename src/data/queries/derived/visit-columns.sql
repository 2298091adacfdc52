-- question: what did each of these patients read at each planned visit since an origin
-- grain: one row per patient and visit window with a sample that says something
-- order: patient_key, month
select patient_key, month, log10_thousandths, detected::usmallint as detected
from {{visits}}
where patient_key >= {{from_key}} and patient_key < {{to_key}}
order by patient_key, month
